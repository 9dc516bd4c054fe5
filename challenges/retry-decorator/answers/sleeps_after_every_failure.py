# floor: 3
# ceiling: 3
# misses: no_pause_after_last, single_attempt, refuses_below_one
# misconceptions: always_sleeps_after_failure
import functools
import time


def retry(max_attempts=3, delay=1):
    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            last_exception = None
            for attempt in range(max_attempts):
                try:
                    return func(*args, **kwargs)
                except Exception as e:
                    last_exception = e
                    print(f"Attempt {attempt + 1} failed: {e}")
                    time.sleep(delay)
            raise last_exception

        return wrapper

    return decorator
