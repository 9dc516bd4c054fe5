# floor: 5
# ceiling: 5
import threading
import weakref


class ObjectCache:
    """Objects by key, none of them kept alive by the cache itself."""

    def __init__(self, load):
        self._load = load
        self._objects = weakref.WeakValueDictionary()
        self._guard = threading.RLock()

    def get(self, key):
        """Return the one living object of this key; load it when there is none."""
        try:
            return self._objects[key]
        except KeyError:
            pass
        with self._guard:
            try:
                return self._objects[key]
            except KeyError:
                loaded = self._load(key)
            try:
                self._objects[key] = loaded
            except TypeError as error:
                kind = type(loaded).__name__
                raise TypeError(f"the cache can only hold what can die unseen, not {kind}") from error
            return loaded

    def __len__(self):
        return len(self._objects)
