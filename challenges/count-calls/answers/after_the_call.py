# floor: 3
# ceiling: 3
# misses: counts_raising
# misconceptions: counts_success_only
from functools import wraps
from threading import Lock


def count_calls(func):
    lock = Lock()

    @wraps(func)
    def wrapper(*args, **kwargs):
        result = func(*args, **kwargs)
        with lock:
            wrapper.calls += 1
        return result

    wrapper.calls = 0
    return wrapper
