# floor: 2
# ceiling: 2
# misses: starts_at_zero, thread_safe
from functools import wraps


def count_calls(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        if hasattr(wrapper, "calls"):
            wrapper.calls += 1
        else:
            wrapper.calls = 1
        return func(*args, **kwargs)

    return wrapper
