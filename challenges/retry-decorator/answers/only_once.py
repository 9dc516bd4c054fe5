# floor: 2
# ceiling: 2
# misses: later_success, exact_attempts, raises_when_all_fail, last_error, defaults, arguments_pass, keywords_pass, keeps_metadata, pauses_between, no_pause_after_last, keyboard_interrupt_passes, system_exit_passes, base_exceptions_pass, single_attempt, refuses_below_one, methods_work, counts_afresh, catches_exception, uses_wraps
def retry(max_attempts=3, delay=1):
    def decorator(func):
        return func

    return decorator
