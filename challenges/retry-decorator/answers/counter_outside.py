# floor: 4
# ceiling: 4
# misses: counts_afresh
# misconceptions: one_counter_for_all_calls
import time
from functools import wraps


def retry(max_attempts=3, delay=1):
    if max_attempts < 1:
        raise ValueError("max_attempts has to be 1 or more")

    def decorator(func):
        failed = 0

        @wraps(func)
        def wrapper(*args, **kwargs):
            nonlocal failed
            while True:
                try:
                    result = func(*args, **kwargs)
                    failed = 0
                    return result
                except Exception:
                    failed += 1
                    if failed >= max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorator
