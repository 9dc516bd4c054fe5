# floor: 4
# ceiling: 4
# misses: threads_load_once
# misconceptions: check_then_act
from weakref import WeakValueDictionary


class ObjectCache:
    def __init__(self, load):
        self._load = load
        self._objects = WeakValueDictionary()

    def get(self, key):
        obj = self._objects.get(key)
        if obj is None:
            obj = self._load(key)
            self._objects[key] = obj
        return obj

    def __len__(self):
        return len(self._objects)
