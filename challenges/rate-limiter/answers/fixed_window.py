# floor: 3
# ceiling: 3
# misses: sliding, idle_keys_leave, thread_safe, refuses_bad_limit, refuses_bad_window, deque_or_ring
# misconceptions: fixed_window, keys_stay_for_ever, test_then_add
import time


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        self.limit, self.window, self.clock = limit, window, clock
        self.windows = {}

    def allow(self, key):
        now = self.clock()
        start, count = self.windows.get(key, (now, 0))
        if now - start >= self.window:
            start, count = now, 0
        if count >= self.limit:
            return False
        self.windows[key] = (start, count + 1)
        return True
