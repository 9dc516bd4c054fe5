# floor: 4
# ceiling: 5
import functools


class memoize:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.cache = {}

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)

    def __call__(self, *args, **kwargs):
        key = (args, frozenset(kwargs.items())) if self._hashable(args, kwargs) else None
        if key in self.cache:
            return self.cache[key]
        result = self.func(*args, **kwargs)
        if key is not None:
            self.cache[key] = result
        return result

    @staticmethod
    def _hashable(args, kwargs):
        try:
            hash((args, tuple(kwargs.values())))
        except TypeError:
            return False
        return True
