# floor: 3
# ceiling: 3
# misses: keys_independent, boundary, idle_keys_leave, thread_safe, refuses_bad_limit, refuses_bad_window
# misconceptions: one_limit_for_all, keys_stay_for_ever, test_then_add
import time
from collections import deque


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        self.limit, self.window, self.clock = limit, window, clock
        self.times = deque()

    def allow(self, key):
        now = self.clock()
        while self.times and now - self.times[0] >= self.window:
            self.times.popleft()
        if len(self.times) >= self.limit:
            return False
        self.times.append(now)
        return True
