# floor: 2
# ceiling: 2
# misses: counts_by, two_threads, eight_threads, returns_new_value, error_lets_go
import threading


class Counter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, by=1):
        with self._lock:
            self.value += 1
            return self.value
