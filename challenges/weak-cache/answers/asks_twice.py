# floor: 4
# ceiling: 4
# misses: dies_in_the_middle
# misconceptions: looked_up_twice
import threading
import weakref


class ObjectCache:
    def __init__(self, load):
        self._load = load
        self._cache = weakref.WeakValueDictionary()
        self._lock = threading.Lock()

    def get(self, key):
        with self._lock:
            if key in self._cache:
                return self._cache[key]
            value = self._load(key)
            self._cache[key] = value
            return value

    def __len__(self):
        return len(self._cache)
