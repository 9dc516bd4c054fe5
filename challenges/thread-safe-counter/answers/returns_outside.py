# floor: 4
# ceiling: 4
# misses: no_value_twice
# misconceptions: read_after_the_lock
import threading


class Counter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, by=1):
        with self._lock:
            self.value += by
        return self.value
