# floor: 2
# ceiling: 2
# misses: two_threads, eight_threads, lock_in_with, returns_new_value, no_value_twice
# misconceptions: plus_equals_is_atomic
class Counter:
    def __init__(self):
        self.value = 0

    def increment(self, by=1):
        self.value += by
