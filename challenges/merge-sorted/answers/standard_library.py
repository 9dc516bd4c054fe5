# floor: 5
# ceiling: 5
from heapq import merge


def merge_sorted(*iterables, key=None):
    return merge(*iterables, key=key)
