"""Chunked: write `chunked`."""


def chunked(iterable, size):
    """Give the items in lists of `size`; the last one may be shorter."""
    raise NotImplementedError
