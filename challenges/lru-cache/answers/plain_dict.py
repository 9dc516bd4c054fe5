# floor: 4
# ceiling: 5
class LRUCache:
    """A dict keeps insertion order, so the least recently used key is simply the first one."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(capacity)
        self.capacity = capacity
        self.data = {}

    def get(self, key, default=None):
        try:
            value = self.data.pop(key)
        except KeyError:
            return default
        self.data[key] = value
        return value

    def put(self, key, value):
        if key in self.data:
            del self.data[key]
        elif len(self.data) == self.capacity:
            del self.data[next(iter(self.data))]
        self.data[key] = value

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data
