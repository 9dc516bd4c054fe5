# floor: 4
# ceiling: 4
# misses: refuses_what_cannot_be_weak
import contextlib
import threading
import weakref


class ObjectCache:
    def __init__(self, load):
        self._load = load
        self._objects = weakref.WeakValueDictionary()
        self._lock = threading.Lock()

    def get(self, key):
        with self._lock:
            obj = self._objects.get(key)
            if obj is None:
                obj = self._load(key)
                with contextlib.suppress(TypeError):
                    self._objects[key] = obj
            return obj

    def __len__(self):
        return len(self._objects)
