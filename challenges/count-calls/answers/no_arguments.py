# floor: 2
# ceiling: 2
# misses: example, arguments_pass, methods_work, thread_safe, recursion
from functools import wraps


def count_calls(func):
    @wraps(func)
    def wrapper():
        wrapper.calls += 1
        return func()

    wrapper.calls = 0
    return wrapper
