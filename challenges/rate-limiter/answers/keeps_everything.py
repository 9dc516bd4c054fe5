# floor: 4
# ceiling: 4
# misses: bounded_per_key, idle_keys_leave, deque_or_ring
# misconceptions: keys_stay_for_ever
import threading
import time
from bisect import bisect_right


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        if limit < 1 or window <= 0:
            raise ValueError("bad settings")
        self.limit, self.window, self.clock = limit, window, clock
        self.calls = {}
        self.lock = threading.Lock()

    def allow(self, key):
        with self.lock:
            now = self.clock()
            calls = self.calls.setdefault(key, [])
            if len(calls) - bisect_right(calls, now - self.window) >= self.limit:
                return False
            calls.append(now)
            return True
