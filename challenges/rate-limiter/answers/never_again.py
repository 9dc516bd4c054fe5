# floor: 2
# ceiling: 2
# misses: allows_again, default_clock, sliding, refused_do_not_count, boundary, bounded_per_key,
#   idle_keys_leave, thread_safe, refuses_bad_limit, refuses_bad_window, deque_or_ring
import time


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        self.limit = limit
        self.counts = {}

    def allow(self, key):
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key] <= self.limit
