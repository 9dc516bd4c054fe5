# floor: 2
# ceiling: 2
# misses: last_error, single_attempt
# misconceptions: another_error_instead
import time
from functools import wraps


class RetryError(Exception):
    pass


def retry(max_attempts=3, delay=1):
    if max_attempts < 1:
        raise ValueError("max_attempts must be positive")

    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(max_attempts):
                try:
                    return func(*args, **kwargs)
                except Exception as error:
                    cause = error
                    if attempt < max_attempts - 1:
                        time.sleep(delay)
            raise RetryError(f"gave up after {max_attempts} attempts") from cause

        return wrapper

    return decorator
