# floor: 1
# ceiling: 1
# misses: example, allows_up_to_limit, refuses_above, allows_again, default_clock, sliding,
#   keys_independent, refused_do_not_count, boundary, bounded_per_key, idle_keys_leave, thread_safe,
#   refuses_bad_limit, refuses_bad_window, deque_or_ring
import time


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        self.limit, self.window, self.clock = limit, window, clock
        self.times = {}

    def allow(self, key):
        times = self.times.setdefault(key, [])
        if len(times) >= self.limit:
            raise RuntimeError("too many calls")
        times.append(self.clock())
