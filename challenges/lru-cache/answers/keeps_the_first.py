# floor: 2
# ceiling: 2
# misses: put_updates, update_evicts_nothing, evicts_oldest, get_refreshes, put_refreshes, long_history, default_for_missing, counts_entries, knows_its_keys, stored_none, in_does_not_refresh, capacity_one, never_above_capacity, refuses_capacity, constant_work, constant_time, eviction_frees_value, ordered_structure
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = {}

    def get(self, key):
        return self.cache.get(key)

    def put(self, key, value):
        if key not in self.cache:
            if len(self.cache) < self.capacity:
                self.cache[key] = value
