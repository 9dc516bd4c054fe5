# floor: 3
# ceiling: 3
# misses: keyboard_interrupt_passes, system_exit_passes, base_exceptions_pass, catches_exception
# misconceptions: except_everything
import time
from functools import wraps


def retry(max_attempts=3, delay=1):
    if max_attempts <= 0:
        raise ValueError("max_attempts")

    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            attempts = 0
            while True:
                try:
                    return func(*args, **kwargs)
                except:
                    attempts += 1
                    if attempts >= max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorator
