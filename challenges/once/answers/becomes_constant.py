# floor: 5
# ceiling: 5
from functools import wraps
from threading import Lock as Mutex


def once(func):
    mutex = Mutex()

    def first(*a, **k):
        nonlocal current
        mutex.acquire()
        try:
            if current is not first:
                return current()
            value = func(*a, **k)
            current = lambda *_, **__: value
            return value
        finally:
            mutex.release()

    current = first
    return wraps(func)(lambda *a, **k: current(*a, **k))
