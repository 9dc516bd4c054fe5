# floor: 1
# ceiling: 1
# misses: merges_two, merges_two_uneven, merges_many, empty_among_them, gives_an_iterator, endless_sources, keeps_duplicates,
#         stable, stable_by_key, by_key, key_none, items_without_order, reads_one_ahead, late_error, thousand_sources
from itertools import chain


def merge_sorted(*iterables, key=None):
    return chain(*iterables)
