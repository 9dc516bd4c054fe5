# floor: 4
# ceiling: 4
# misses: thread_safe, recursion
# misconceptions: plus_equals_is_atomic
from functools import wraps


def count_calls(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        before = wrapper.calls
        try:
            return func(*args, **kwargs)
        finally:
            wrapper.calls = before + 1

    wrapper.calls = 0
    return wrapper
