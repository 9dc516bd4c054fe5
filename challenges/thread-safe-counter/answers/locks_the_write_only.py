# floor: 2
# ceiling: 2
# misses: two_threads, eight_threads, no_value_twice
import threading


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def increment(self, by=1):
        new = self.value + by
        with self.lock:
            self.value = new
        return new
