# floor: 1
# ceiling: 1
# misses: counts, counts_by, two_threads, eight_threads, returns_new_value, no_value_twice, error_lets_go
import threading


class Counter:
    def __init__(self):
        self._value = 0
        self._lock = threading.Lock()

    def increment(self, by=1):
        with self._lock:
            self._value += by
            return self._value

    def value(self):
        return self._value
