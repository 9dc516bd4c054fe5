# floor: 3
# ceiling: 3
# misses: keeps_duplicates, stable
import heapq


def merge_sorted(*iterables, key=None):
    last = object()
    for item in heapq.merge(*iterables, key=key):
        if item != last:
            yield item
        last = item
