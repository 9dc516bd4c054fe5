"""LRU cache: write `LRUCache`."""


class LRUCache:
    """A cache that forgets the least recently used entry when it is full."""

    def __init__(self, capacity):
        raise NotImplementedError

    def get(self, key, default=None):
        """Return the value of the key, or the default."""
        raise NotImplementedError

    def put(self, key, value):
        """Store a value; a new key may push out the least recently used one."""
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError

    def __contains__(self, key):
        raise NotImplementedError
