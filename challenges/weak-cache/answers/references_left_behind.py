# floor: 4
# ceiling: 4
# misses: weak_values
import threading
import weakref


class ObjectCache:
    def __init__(self, load):
        self._load = load
        self._refs = {}
        self._lock = threading.Lock()

    def get(self, key):
        with self._lock:
            obj = self._refs[key]() if key in self._refs else None
            if obj is None:
                obj = self._load(key)
                self._refs[key] = weakref.ref(obj)
            return obj

    def __len__(self):
        with self._lock:
            return sum(1 for r in self._refs.values() if r() is not None)
