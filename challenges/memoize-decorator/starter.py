"""Memoize decorator: write `memoize`."""


def memoize(func):
    """Make a function that computes each result once and remembers it."""
    raise NotImplementedError
