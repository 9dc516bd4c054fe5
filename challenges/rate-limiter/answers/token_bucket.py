# floor: 3
# ceiling: 3
# misses: sliding, refused_do_not_count, boundary, bounded_per_key, idle_keys_leave, deque_or_ring
"""A token bucket, which allows more than the limit in some windows."""

import threading
import time


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        if limit < 1 or window <= 0:
            raise ValueError("bad settings")
        self.limit, self.rate, self.clock = limit, limit / window, clock
        self.buckets = {}
        self.lock = threading.Lock()

    def allow(self, key):
        with self.lock:
            now = self.clock()
            tokens, then = self.buckets.get(key, (self.limit, now))
            tokens = min(self.limit, tokens + (now - then) * self.rate)
            allowed = tokens >= 1
            self.buckets[key] = (tokens - allowed, now)
            return allowed
