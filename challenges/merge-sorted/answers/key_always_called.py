# floor: 3
# ceiling: 3
# misses: key_none
import heapq


def merge_sorted(*iterables, key=lambda x: x):
    return heapq.merge(*iterables, key=lambda x: key(x))
