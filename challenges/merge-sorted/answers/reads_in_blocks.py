# floor: 4
# ceiling: 4
# misses: reads_one_ahead, late_error
from heapq import merge
from itertools import islice


def buffered(iterable, size=64):
    """Reads in blocks: fewer calls to a slow source."""
    iterator = iter(iterable)
    while True:
        block = list(islice(iterator, size))
        if not block:
            return
        yield from block


def merge_sorted(*iterables, key=None):
    return merge(*map(buffered, iterables), key=key)
