"""Typed descriptor: write the class."""


class Typed:
    """A descriptor that only takes values of one kind."""

    def __init__(self, kind):
        raise NotImplementedError
