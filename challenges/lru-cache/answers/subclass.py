# floor: 4
# ceiling: 5
import collections


class LRUCache(collections.OrderedDict):
    def __init__(self, capacity):
        super().__init__()
        if not capacity >= 1:
            raise ValueError(f"capacity {capacity} is below 1")
        self.capacity = capacity

    def get(self, key, default=None):
        if key in self:
            self.move_to_end(key)
            return self[key]
        return default

    def put(self, key, value):
        self.pop(key, None)
        self[key] = value
        while len(self) > self.capacity:
            self.popitem(last=False)
