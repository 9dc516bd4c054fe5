# floor: 4
# ceiling: 5
"""One queue of all allowed calls and a count per key; what is over leaves both."""

import collections
import threading
import time


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        if limit < 1:
            raise ValueError("limit")
        if window <= 0:
            raise ValueError("window")
        self.limit, self.window, self.clock = limit, window, clock
        self.calls, self.counts, self.lock = collections.deque(), collections.Counter(), threading.Lock()

    def allow(self, key):
        with self.lock:
            now = self.clock()
            while self.calls and self.calls[0][0] <= now - self.window:
                _, old = self.calls.popleft()
                self.counts[old] -= 1
                if not self.counts[old]:
                    del self.counts[old]
            if self.counts[key] >= self.limit:
                return False
            self.calls.append((now, key))
            self.counts[key] += 1
            return True
