# floor: 2
# ceiling: 2
# misses: raises_when_all_fail, last_error, arguments_pass, keywords_pass, keeps_metadata, no_pause_after_last, single_attempt, refuses_below_one, methods_work, uses_wraps
# misconceptions: swallows_the_error, always_sleeps_after_failure
import time


def retry(max_attempts=3, delay=1):
    def decorator(func):
        def wrapper():
            for i in range(max_attempts):
                try:
                    return func()
                except Exception as e:
                    print("error:", e)
                    time.sleep(delay)

        return wrapper

    return decorator
