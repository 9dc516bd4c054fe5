# floor: 3
# ceiling: 3
# misses: lock_in_with
# The value itself is the permit: whoever has taken it out is alone.
from queue import SimpleQueue


class Counter:
    def __init__(self):
        self._queue = SimpleQueue()
        self._queue.put(0)

    def increment(self, by=1):
        value = self._queue.get()
        try:
            value = value + by
        finally:
            self._queue.put(value)
        return value

    @property
    def value(self):
        value = self._queue.get()
        self._queue.put(value)
        return value
