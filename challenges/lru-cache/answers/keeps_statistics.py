# floor: 4
# ceiling: 4
# misses: eviction_frees_value
class LRUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be a positive number")
        self.capacity = capacity
        self.entries = {}
        self.evicted = []

    def get(self, key, default=None):
        if key in self.entries:
            self.entries[key] = self.entries.pop(key)
            return self.entries[key]
        return default

    def put(self, key, value):
        self.entries.pop(key, None)
        if len(self.entries) >= self.capacity:
            oldest = next(iter(self.entries))
            self.evicted.append((oldest, self.entries.pop(oldest)))
        self.entries[key] = value

    def __len__(self):
        return len(self.entries)

    def __contains__(self, key):
        return key in self.entries
