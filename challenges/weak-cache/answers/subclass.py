# floor: 5
# ceiling: 5
import threading
import weakref

_missing = object()


class ObjectCache(weakref.WeakValueDictionary):
    def __init__(self, load):
        super().__init__()
        self._load_object = load
        self._mutex = threading.Condition()

    def get(self, key):
        with self._mutex:
            found = super().get(key, _missing)
            if found is _missing:
                found = self._load_object(key)
                self[key] = found
        return found
