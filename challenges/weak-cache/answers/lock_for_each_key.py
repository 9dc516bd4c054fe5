# floor: 5
# ceiling: 5
from collections import defaultdict
from threading import Lock
from weakref import WeakValueDictionary


class ObjectCache:
    def __init__(self, load):
        self.load = load
        self.objects = WeakValueDictionary()
        self.locks = defaultdict(Lock)
        self.lock = Lock()

    def get(self, key):
        with self.lock:
            lock = self.locks[key]
        with lock:
            if (found := self.objects.get(key)) is None:
                self.objects[key] = found = self.load(key)
        return found

    def __len__(self):
        return len(self.objects)
