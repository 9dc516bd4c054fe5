# floor: 2
# ceiling: 2
# misses: gives_an_iterator, endless_sources, reads_one_ahead, late_error
from itertools import chain


def merge_sorted(*iterables, key=None):
    return sorted(chain(*iterables), key=key)
