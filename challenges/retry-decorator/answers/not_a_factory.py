# floor: 1
# ceiling: 1
# misses: first_try, later_success, exact_attempts, raises_when_all_fail, last_error, defaults, arguments_pass, keywords_pass, keeps_metadata, pauses_between, no_pause_after_last, keyboard_interrupt_passes, system_exit_passes, base_exceptions_pass, single_attempt, refuses_below_one, methods_work, counts_afresh, uses_wraps
import time


def retry(func):
    def wrapper(*args, **kwargs):
        for attempt in range(3):
            try:
                return func(*args, **kwargs)
            except Exception:
                if attempt == 2:
                    raise
                time.sleep(1)

    return wrapper
