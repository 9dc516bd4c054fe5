# floor: 3
# ceiling: 3
# misses: boundary
import threading
import time
from collections import OrderedDict, deque


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        if limit < 1 or window <= 0:
            raise ValueError("bad settings")
        self.limit, self.window, self.clock = limit, window, clock
        self.times = OrderedDict()
        self.lock = threading.Lock()

    def allow(self, key):
        with self.lock:
            now = self.clock()
            for old in list(self.times):
                while self.times[old] and now - self.times[old][0] > self.window:
                    self.times[old].popleft()
                if not self.times[old]:
                    del self.times[old]
            times = self.times.setdefault(key, deque())
            if len(times) == self.limit:
                return False
            times.append(now)
            return True
