# floor: 2
# ceiling: 2
# misses: get_refreshes, put_refreshes, long_history, refuses_capacity
# misconceptions: first_in_first_out, writes_do_not_refresh
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = {}

    def get(self, key, default=None):
        return self.cache.get(key, default)

    def put(self, key, value):
        if key not in self.cache and len(self.cache) == self.capacity:
            first = next(iter(self.cache))
            del self.cache[first]
        self.cache[key] = value

    def __len__(self):
        return len(self.cache)

    def __contains__(self, key):
        return key in self.cache
