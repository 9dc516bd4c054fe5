# floor: 5
# ceiling: 5
from threading import Lock
from weakref import WeakValueDictionary


class ObjectCache:
    def __init__(self, load):
        self._load = load
        self._objects = WeakValueDictionary()
        self._lock = Lock()

    def get(self, key):
        with self._lock:
            found = self._objects.get(key)
            if found is None:
                found = self._load(key)
                self._objects[key] = found
            return found

    def __len__(self):
        return len(self._objects)
