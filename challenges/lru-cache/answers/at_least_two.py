# floor: 3
# ceiling: 3
# misses: capacity_one, refuses_capacity
class LRUCache:
    def __init__(self, capacity):
        self.capacity = max(capacity, 2)
        self.data = {}

    def get(self, key, default=None):
        if key in self.data:
            value = self.data[key]
            del self.data[key]
            self.data[key] = value
            return value
        return default

    def put(self, key, value):
        if key in self.data:
            del self.data[key]
        self.data[key] = value
        if len(self.data) > self.capacity:
            for oldest in self.data:
                break
            del self.data[oldest]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data
