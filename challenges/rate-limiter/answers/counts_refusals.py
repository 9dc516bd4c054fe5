# floor: 3
# ceiling: 3
# misses: refused_do_not_count, bounded_per_key, idle_keys_leave, refuses_bad_limit, refuses_bad_window
# misconceptions: refusals_prolong, keys_stay_for_ever
import threading
import time
from collections import defaultdict, deque


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        self.limit, self.window, self.clock = limit, window, clock
        self.times = defaultdict(deque)
        self.lock = threading.Lock()

    def allow(self, key):
        with self.lock:
            now = self.clock()
            times = self.times[key]
            while times and now - times[0] >= self.window:
                times.popleft()
            times.append(now)
            return len(times) <= self.limit
