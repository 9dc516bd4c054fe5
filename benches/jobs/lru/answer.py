"""A cache that forgets what was used least recently, as a linked list with a dict beside it."""


class Entry:
    """One entry: a key, its value, and its neighbours in the order of use."""

    __slots__ = ("after", "before", "key", "value")

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.before = self
        self.after = self

    def leave(self):
        """Takes the entry out of the list."""
        self.before.after = self.after
        self.after.before = self.before

    def enter(self, before):
        """Puts the entry in front of another one."""
        self.after = before
        self.before = before.before
        before.before.after = self
        before.before = self


class LRUCache:
    """Holds at most `capacity` entries; `get` and `put` count as use."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("a cache holds one entry at least")
        self.capacity = capacity
        self.entries = {}
        self.ends = Entry()

    def get(self, key, default=None):
        """The value of a key, which is now the one used last."""
        entry = self.entries.get(key)
        if entry is None:
            return default
        entry.leave()
        entry.enter(self.ends)
        return entry.value

    def put(self, key, value):
        """Sets the value of a key; the entry used least recently makes room."""
        entry = self.entries.get(key)
        if entry is None:
            if len(self.entries) == self.capacity:
                oldest = self.ends.after
                oldest.leave()
                del self.entries[oldest.key]
            entry = self.entries[key] = Entry(key)
        else:
            entry.leave()
        entry.value = value
        entry.enter(self.ends)

    def __len__(self):
        return len(self.entries)

    def __contains__(self, key):
        return key in self.entries
