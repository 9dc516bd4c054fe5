# floor: 1
# ceiling: 1
# misses: stores_and_returns, default_for_missing, counts_entries, knows_its_keys, evicts_oldest, get_refreshes, put_updates, put_refreshes, update_evicts_nothing, long_history, stored_none, in_does_not_refresh, capacity_one, never_above_capacity, refuses_capacity, constant_work, constant_time, eviction_frees_value, ordered_structure
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key, default=None):
        return default

    def put(self, key, value):
        pass

    def __len__(self):
        return 0

    def __contains__(self, key):
        return False
