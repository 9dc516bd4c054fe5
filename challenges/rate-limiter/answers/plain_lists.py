# floor: 4
# ceiling: 4
# misses: idle_keys_leave, refuses_bad_limit, refuses_bad_window, deque_or_ring
# misconceptions: keys_stay_for_ever
import threading
import time


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        self.limit = limit
        self.window = window
        self.clock = clock
        self.calls = {}
        self.lock = threading.Lock()

    def allow(self, key):
        with self.lock:
            now = self.clock()
            recent = [t for t in self.calls.get(key, []) if now - t < self.window]
            allowed = len(recent) < self.limit
            if allowed:
                recent.append(now)
            self.calls[key] = recent
            return allowed
