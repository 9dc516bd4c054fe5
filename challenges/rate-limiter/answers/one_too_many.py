# floor: 2
# ceiling: 2
# misses: example, refuses_above, default_clock, sliding, refused_do_not_count, boundary, bounded_per_key,
#   idle_keys_leave, thread_safe, refuses_bad_limit, refuses_bad_window
import time
from collections import defaultdict, deque


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        self.limit, self.window, self.clock = limit, window, clock
        self.times = defaultdict(deque)

    def allow(self, key):
        now = self.clock()
        times = self.times[key]
        while times and now - times[0] >= self.window:
            times.popleft()
        if len(times) > self.limit:
            return False
        times.append(now)
        return True
