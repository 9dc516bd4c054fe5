# floor: 3
# ceiling: 3
# misses: lock_in_with, no_value_twice
# Each thread writes to a place of its own, so nothing is lost, but the sum belongs to nobody.
from threading import get_ident


class Counter:
    def __init__(self):
        self._counts = {}

    def increment(self, by=1):
        me = get_ident()
        self._counts[me] = self._counts.get(me, 0) + by
        return self.value

    @property
    def value(self):
        return sum(list(self._counts.values()))
