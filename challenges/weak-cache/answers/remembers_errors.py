# floor: 4
# ceiling: 4
# misses: error_not_cached
import threading
import weakref


class ObjectCache:
    def __init__(self, load):
        self._load = load
        self._objects = weakref.WeakValueDictionary()
        self._errors = {}
        self._lock = threading.Lock()

    def get(self, key):
        with self._lock:
            if key in self._errors:
                raise self._errors[key]
            obj = self._objects.get(key)
            if obj is None:
                try:
                    obj = self._load(key)
                    self._objects[key] = obj
                except Exception as error:
                    self._errors[key] = error
                    raise
            return obj

    def __len__(self):
        return len(self._objects)
