# floor: 5
# ceiling: 5
from functools import update_wrapper
from threading import RLock
from types import MethodType


class count_calls:
    """A decorator as a class; its objects bind like functions."""

    def __init__(self, func):
        update_wrapper(self, func)
        self.func = func
        self.calls = 0
        self._lock = RLock()

    def __call__(self, *args, **kwargs):
        self._lock.acquire()
        try:
            self.calls += 1
        finally:
            self._lock.release()
        return self.func(*args, **kwargs)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return MethodType(self, instance)
