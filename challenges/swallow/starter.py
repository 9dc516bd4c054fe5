"""Swallow exceptions: write `swallow`."""


class swallow:
    """A context manager that swallows exceptions of the named kinds and keeps the last one as `.caught`."""

    def __init__(self, *exceptions):
        raise NotImplementedError
