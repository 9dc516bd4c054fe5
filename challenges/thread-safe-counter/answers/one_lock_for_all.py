# floor: 4
# ceiling: 5
# One lock for all counters is slower, not wrong.
from contextlib import ExitStack
from threading import Lock

LOCK = Lock()


class Counter:
    value = 0

    def increment(self, by=1):
        if by == 0:
            return self.value
        with ExitStack() as stack:
            stack.enter_context(LOCK)
            self.value += by
            return self.value
