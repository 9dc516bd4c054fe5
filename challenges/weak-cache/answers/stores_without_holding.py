# floor: 1
# ceiling: 1
# misses: gives_what_is_loaded, same_while_held, loads_once, forgets_when_dropped, loads_again, counts_the_living,
#   threads_load_once, dies_in_the_middle, error_not_cached, refuses_what_cannot_be_weak
# The object dies as soon as it is stored: nobody holds it yet.
import threading
import weakref


class ObjectCache:
    def __init__(self, load):
        self._load = load
        self._objects = weakref.WeakValueDictionary()
        self._lock = threading.Lock()

    def get(self, key):
        with self._lock:
            if key not in self._objects:
                self._objects[key] = self._load(key)
            return self._objects[key]

    def __len__(self):
        return len(self._objects)
