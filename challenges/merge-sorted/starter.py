"""Merge sorted sources: write `merge_sorted`."""


def merge_sorted(*iterables, key=None):
    """An iterator over all items of the sorted iterables, in order."""
    raise NotImplementedError
