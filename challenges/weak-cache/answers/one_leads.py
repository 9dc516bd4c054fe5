# floor: 5
# ceiling: 5
# Whoever comes first loads; the others wait for that one's future, and other keys wait for nobody.
from concurrent.futures import Future
from threading import Lock
from weakref import WeakValueDictionary


class ObjectCache:
    def __init__(self, load):
        self._load = load
        self._objects = WeakValueDictionary()
        self._loading = {}
        self._lock = Lock()

    def get(self, key):
        with self._lock:
            found = self._objects.get(key)
            if found is not None:
                return found
            future = self._loading.get(key)
            leads = future is None
            if leads:
                future = self._loading[key] = Future()
        if not leads:
            return future.result()
        try:
            loaded = self._load(key)
            with self._lock:
                self._objects[key] = loaded
            future.set_result(loaded)
            return loaded
        except BaseException as error:
            future.set_exception(error)
            raise
        finally:
            with self._lock:
                del self._loading[key]
            del future

    def __len__(self):
        return len(self._objects)
