# floor: 3
# ceiling: 3
# misses: pauses_between, no_pause_after_last, refuses_below_one
from functools import wraps


def retry(max_attempts=3, delay=1):
    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            for n in range(max_attempts):
                try:
                    return func(*args, **kwargs)
                except Exception as error:
                    failure = error
            raise failure

        return wrapper

    return decorator
