# floor: 4
# ceiling: 4
# misses: constant_time, ordered_structure
# misconceptions: scans_are_free
from itertools import count
from operator import itemgetter


class LRUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self._capacity = capacity
        self._clock = count()
        self._values = {}
        self._used = {}

    def get(self, key, default=None):
        if key not in self._values:
            return default
        self._used[key] = next(self._clock)
        return self._values[key]

    def put(self, key, value):
        if key not in self._values and len(self._values) == self._capacity:
            key_to_drop, _ = min(self._used.items(), key=itemgetter(1))
            del self._values[key_to_drop]
            del self._used[key_to_drop]
        self._values[key] = value
        self._used[key] = next(self._clock)

    def __len__(self):
        return len(self._values)

    def __contains__(self, key):
        return key in self._values
