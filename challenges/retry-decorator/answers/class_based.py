# floor: 4
# ceiling: 5
from functools import update_wrapper
from time import sleep
from types import MethodType


class Retrying:
    """A function with a policy. A descriptor, so that it binds like a plain function in a class body."""

    def __init__(self, func, max_attempts, delay):
        self.func = func
        self.max_attempts = max_attempts
        self.delay = delay
        update_wrapper(self, func)

    def __get__(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)

    def __call__(self, *args, **kwargs):
        attempts_left = self.max_attempts
        while True:
            attempts_left -= 1
            try:
                return self.func(*args, **kwargs)
            except Exception:
                if not attempts_left:
                    raise
            sleep(self.delay)


class retry:
    def __init__(self, max_attempts=3, delay=1):
        if max_attempts < 1:
            raise ValueError(f"cannot make {max_attempts} attempts")
        self.max_attempts = max_attempts
        self.delay = delay

    def __call__(self, func):
        return Retrying(func, self.max_attempts, self.delay)
