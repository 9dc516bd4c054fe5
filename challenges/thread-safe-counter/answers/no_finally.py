# floor: 3
# ceiling: 3
# misses: lock_in_with, error_lets_go
# misconceptions: release_without_finally
import threading


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def increment(self, by=1):
        self.lock.acquire()
        self.value += by
        result = self.value
        self.lock.release()
        return result
