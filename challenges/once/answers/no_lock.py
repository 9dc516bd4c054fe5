# floor: 4
# ceiling: 4
# misses: threads_one_call, threads_all_see, uses_lock
# misconceptions: check_then_act
from functools import wraps


def once(func):
    _missing = object()
    result = _missing

    @wraps(func)
    def wrapper(*args, **kwargs):
        nonlocal result
        if result is _missing:
            result = func(*args, **kwargs)
        return result

    return wrapper
