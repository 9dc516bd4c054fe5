# floor: 2
# ceiling: 2
# misses: default_clock, deque_or_ring
import threading
from collections import OrderedDict


class RateLimiter:
    def __init__(self, limit, window, clock):
        if limit < 1 or window <= 0:
            raise ValueError("bad settings")
        self.limit, self.window, self.clock = limit, window, clock
        self.times = OrderedDict()
        self.lock = threading.Lock()

    def allow(self, key):
        with self.lock:
            now = self.clock()
            times = [t for t in self.times.pop(key, ()) if now - t < self.window]
            allowed = len(times) < self.limit
            if allowed:
                times.append(now)
            self.times[key] = times
            while now - next(iter(self.times.values()))[-1] >= self.window:
                self.times.popitem(last=False)
            return allowed
