# floor: 2
# ceiling: 2
# misses: two_threads, eight_threads, lock_in_with, no_value_twice
# misconceptions: plus_equals_is_atomic
import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self, by=1):
        with threading.Lock():
            self.value += by
            return self.value
