# floor: 2
# ceiling: 2
# misses: update_evicts_nothing, long_history, never_above_capacity, refuses_capacity
# misconceptions: every_put_makes_room
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.store = OrderedDict()

    def get(self, key, default=None):
        if key in self.store:
            self.store.move_to_end(key)
            return self.store[key]
        return default

    def put(self, key, value):
        if len(self.store) >= self.capacity:
            self.store.popitem(last=False)
        self.store[key] = value
        self.store.move_to_end(key)

    def __len__(self):
        return len(self.store)

    def __contains__(self, key):
        return key in self.store
