# floor: 3
# ceiling: 3
# misses: lock_in_with
import threading


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def increment(self, by=1):
        self.lock.acquire()
        try:
            self.value = self.value + by
            result = self.value
        finally:
            self.lock.release()
        return result
