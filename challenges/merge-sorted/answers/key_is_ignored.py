# floor: 3
# ceiling: 3
# misses: stable_by_key, by_key, items_without_order
import heapq


def merge_sorted(*iterables, key=None):
    yield from heapq.merge(*iterables)
