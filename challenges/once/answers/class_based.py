# floor: 5
# ceiling: 5
from functools import update_wrapper
from threading import RLock


class once:
    """A callable that stands in for the function. The slot of the result is missing until there is one."""

    def __init__(self, func):
        update_wrapper(self, func)
        self._func = func
        self._lock = RLock()

    def __call__(self, *args, **kwargs):
        with self._lock:
            try:
                return self._result
            except AttributeError:
                pass
            self._result = self._func(*args, **kwargs)
            return self._result
