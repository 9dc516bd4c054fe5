# floor: 4
# ceiling: 5
import itertools

_serials = itertools.count(1)
_last = 0


class Basket:
    __slots__ = ("_things",)

    def __init__(self):
        global _last
        _last = next(_serials)
        self._things = []

    def __getstate__(self):
        return tuple(self._things)

    def __setstate__(self, things):
        self._things = list(things)

    def add(self, item):
        self._things.append(item)

    items = property(lambda self: tuple(self._things))

    @classmethod
    def total_baskets(cls):
        return _last
