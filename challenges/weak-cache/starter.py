"""Weak cache: write `ObjectCache`."""


class ObjectCache:
    """Loads objects once, and forgets those that nobody else holds."""

    def __init__(self, load):
        raise NotImplementedError

    def get(self, key):
        """Return the object for the key, and load it if need be."""
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError
