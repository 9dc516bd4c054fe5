# floor: 2
# ceiling: 2
# misses: default_for_missing, evicts_oldest, get_refreshes, put_refreshes, long_history, in_does_not_refresh, capacity_one, never_above_capacity, refuses_capacity, constant_work, constant_time, eviction_frees_value, ordered_structure
class LRUCache(dict):
    def __init__(self, capacity):
        self.capacity = capacity

    def put(self, key, value):
        self[key] = value
