# floor: 4
# ceiling: 4
# misses: idle_keys_leave, thread_safe
# misconceptions: keys_stay_for_ever, test_then_add
import time
from collections import defaultdict, deque


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        if limit < 1:
            raise ValueError("limit must be at least 1")
        if window <= 0:
            raise ValueError("window must be positive")
        self.limit = limit
        self.window = window
        self.clock = clock
        self.times = defaultdict(deque)

    def allow(self, key):
        now = self.clock()
        times = self.times[key]
        while times and times[0] <= now - self.window:
            times.popleft()
        if len(times) < self.limit:
            times.append(now)
            return True
        return False
