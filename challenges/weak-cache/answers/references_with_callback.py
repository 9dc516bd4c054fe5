# floor: 5
# ceiling: 5
# The dictionary of weak values, made by hand.
import threading
from weakref import ref


class ObjectCache:
    def __init__(self, load):
        self._load = load
        self._refs = {}
        self._lock = threading.RLock()

    def get(self, key):
        with self._lock:
            reference = self._refs.get(key)
            found = reference() if reference is not None else None
            if found is None:
                found = self._load(key)
                self._refs[key] = ref(found, lambda dead: self._forget(key, dead))
            return found

    def _forget(self, key, dead):
        if self._refs.get(key) is dead:
            del self._refs[key]

    def __len__(self):
        return len(self._refs)
