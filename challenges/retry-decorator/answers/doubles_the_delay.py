# floor: 3
# ceiling: 3
# misses: pauses_between
import time
from functools import wraps


def retry(max_attempts=3, delay=1):
    """Exponential backoff is better than a fixed delay."""
    if max_attempts < 1:
        raise ValueError("at least one attempt is needed")

    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            wait = delay
            for remaining in reversed(range(max_attempts)):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if remaining == 0:
                        raise
                    time.sleep(wait)
                    wait *= 2

        return wrapper

    return decorator
