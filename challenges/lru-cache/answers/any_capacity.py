# floor: 4
# ceiling: 4
# misses: refuses_capacity
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.c = capacity
        self.d = OrderedDict()

    def __len__(self):
        return len(self.d)

    def __contains__(self, k):
        return k in self.d

    def get(self, k, default=None):
        if k in self:
            self.d.move_to_end(k)
            return self.d[k]
        return default

    def put(self, k, v):
        self.d[k] = v
        self.d.move_to_end(k)
        len(self) > self.c and self.d.popitem(0)
