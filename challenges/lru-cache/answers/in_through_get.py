# floor: 3
# ceiling: 3
# misses: in_does_not_refresh
# misconceptions: looking_is_using
from collections import OrderedDict

MISSING = object()


class LRUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self.items = OrderedDict()

    def get(self, key, default=None):
        if key not in self.items:
            return default
        self.items.move_to_end(key)
        return self.items[key]

    def put(self, key, value):
        if len(self.items) >= self.capacity and key not in self.items:
            self.items.popitem(last=False)
        self.items[key] = value
        self.items.move_to_end(key)

    def __len__(self):
        return len(self.items)

    def __contains__(self, key):
        return self.get(key, MISSING) is not MISSING
