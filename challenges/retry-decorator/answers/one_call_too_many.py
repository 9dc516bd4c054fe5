# floor: 2
# ceiling: 2
# misses: exact_attempts, defaults, single_attempt, counts_afresh
# misconceptions: retries_not_attempts
import time
from functools import wraps


def retry(max_attempts=3, delay=1):
    if max_attempts < 1:
        raise ValueError("max_attempts < 1")

    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            retries = 0
            while True:
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if retries == max_attempts:
                        raise
                    retries += 1
                    time.sleep(delay)

        return wrapper

    return decorator
