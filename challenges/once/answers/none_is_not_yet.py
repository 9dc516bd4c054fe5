# floor: 3
# ceiling: 3
# misses: none_result
# misconceptions: none_means_not_run
import functools
import threading


def once(func):
    lock = threading.Lock()
    result = None

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        nonlocal result
        with lock:
            if result is None:
                result = func(*args, **kwargs)
            return result

    return wrapper
