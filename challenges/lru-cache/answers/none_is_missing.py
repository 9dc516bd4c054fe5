# floor: 3
# ceiling: 3
# misses: stored_none, refuses_capacity
# misconceptions: none_is_a_miss
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = OrderedDict()

    def get(self, key, default=None):
        value = self.cache.get(key)
        if value is None:
            return default
        self.cache.move_to_end(key)
        return value

    def put(self, key, value):
        if key in self.cache:
            self.cache.move_to_end(key)
        self.cache[key] = value
        if len(self.cache) > self.capacity:
            self.cache.popitem(last=False)

    def __len__(self):
        return len(self.cache)

    def __contains__(self, key):
        return key in self.cache
