# floor: 4
# ceiling: 5
import functools
import threading


def synchronized(method):
    @functools.wraps(method)
    def locked(self, *args, **kwargs):
        with self.lock:
            return method(self, *args, **kwargs)

    return locked


class Counter:
    __slots__ = ("value", "lock")

    def __init__(self):
        self.value = 0
        self.lock = threading.BoundedSemaphore()

    @synchronized
    def increment(self, by=1):
        self.value += by
        return self.value
