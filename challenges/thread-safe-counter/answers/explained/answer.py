# floor: 5
# ceiling: 5
from threading import Lock


class Counter:
    def __init__(self):
        self.value = 0
        self._lock = Lock()

    def increment(self, by=1):
        with self._lock:
            self.value += by
            return self.value
