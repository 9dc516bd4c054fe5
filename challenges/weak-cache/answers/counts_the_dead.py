# floor: 3
# ceiling: 3
# misses: counts_the_living, weak_values
# misconceptions: the_dead_are_counted
import threading
import weakref


class ObjectCache:
    def __init__(self, load):
        self.load = load
        self.refs = {}
        self.lock = threading.Lock()

    def get(self, key):
        with self.lock:
            obj = self.refs.get(key, lambda: None)()
            if obj is None:
                obj = self.load(key)
                self.refs[key] = weakref.ref(obj)
            return obj

    def __len__(self):
        return len(self.refs)
