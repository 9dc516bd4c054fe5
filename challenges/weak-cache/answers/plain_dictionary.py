# floor: 3
# ceiling: 3
# misses: forgets_when_dropped, loads_again, counts_the_living, refuses_what_cannot_be_weak, weak_values
# misconceptions: the_cache_is_a_holder
from threading import Lock


class ObjectCache:
    def __init__(self, load):
        self.load = load
        self.objects = {}
        self.lock = Lock()

    def get(self, key):
        with self.lock:
            if key not in self.objects:
                self.objects[key] = self.load(key)
            return self.objects[key]

    def __len__(self):
        return len(self.objects)
