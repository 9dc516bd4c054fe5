# floor: 4
# ceiling: 4
# misses: recursion
import threading
from functools import wraps


def memoize(func):
    lock = threading.Lock()
    cache = {}

    @wraps(func)
    def wrapper(*args, **kwargs):
        try:
            hash((args, tuple(kwargs.values())))
        except TypeError:
            return func(*args, **kwargs)
        key = args, frozenset(kwargs.items())
        if not lock.acquire(timeout=0.2):
            raise RuntimeError("called from within itself")
        try:
            if key not in cache:
                cache[key] = func(*args, **kwargs)
            return cache[key]
        finally:
            lock.release()

    return wrapper
