# floor: 2
# ceiling: 2
# misses: example, result_passes, methods_work, thread_safe, recursion
# misconceptions: result_is_forgotten, plus_equals_is_atomic
from functools import wraps


def count_calls(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        func(*args, **kwargs)

    wrapper.calls = 0
    return wrapper
