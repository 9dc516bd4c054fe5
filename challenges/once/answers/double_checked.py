# floor: 5
# ceiling: 5
import functools
import threading


def once(func):
    lock = threading.Lock()
    done = False
    result = None

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        nonlocal done, result
        if not done:
            with lock:
                if not done:
                    result = func(*args, **kwargs)
                    done = True
        return result

    return wrapper
