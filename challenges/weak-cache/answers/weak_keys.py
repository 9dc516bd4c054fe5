# floor: 1
# ceiling: 1
# misses: gives_what_is_loaded, same_while_held, loads_once, forgets_when_dropped, loads_again, counts_the_living,
#   threads_load_once, error_not_cached, refuses_what_cannot_be_weak, weak_values
# misconceptions: weak_keys
from threading import Lock
from weakref import WeakKeyDictionary


class ObjectCache:
    def __init__(self, load):
        self._load = load
        self._objects = WeakKeyDictionary()
        self._lock = Lock()

    def get(self, key):
        with self._lock:
            try:
                return self._objects[key]
            except KeyError:
                loaded = self._objects[key] = self._load(key)
                return loaded

    def __len__(self):
        return len(self._objects)
