# floor: 4
# ceiling: 4
# misses: thread_safe
# misconceptions: plus_equals_is_atomic
from functools import wraps


def count_calls(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return func(*args, **kwargs)

    wrapper.calls = 0
    return wrapper
