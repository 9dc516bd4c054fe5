# floor: 2
# ceiling: 2
# misses: evicts_oldest, get_refreshes, put_refreshes, long_history, in_does_not_refresh, capacity_one, never_above_capacity, refuses_capacity, eviction_frees_value
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = OrderedDict()

    def get(self, key, default=None):
        if key in self.cache:
            self.cache.move_to_end(key)
            return self.cache[key]
        return default

    def put(self, key, value):
        if key not in self.cache and len(self.cache) > self.capacity:
            self.cache.popitem(last=False)
        self.cache[key] = value
        self.cache.move_to_end(key)

    def __len__(self):
        return len(self.cache)

    def __contains__(self, key):
        return key in self.cache
