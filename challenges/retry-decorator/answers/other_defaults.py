# floor: 2
# ceiling: 2
# misses: defaults
import time
from functools import wraps


def retry(max_attempts=3, delay=0.1):
    if max_attempts < 1:
        raise ValueError("max_attempts must be at least 1")

    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(max_attempts):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if attempt == max_attempts - 1:
                        raise
                time.sleep(delay)

        return wrapper

    return decorator
