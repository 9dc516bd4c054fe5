# floor: 4
# ceiling: 5
"""A ring of the last `limit` allowed calls per key; one more is allowed when the oldest is over."""

import time
from threading import RLock


class Ring:
    def __init__(self, size):
        self.times = [None] * size
        self.count = 0

    def oldest(self):
        return self.times[self.count % len(self.times)]

    def newest(self):
        return self.times[(self.count - 1) % len(self.times)]

    def put(self, now):
        self.times[self.count % len(self.times)] = now
        self.count += 1


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        if limit < 1 or not window > 0:
            raise ValueError("limit must be 1 or more, window above 0")
        self.limit = limit
        self.window = window
        self.clock = clock
        self.rings = {}
        self.next_sweep = None
        self.lock = RLock()

    def over(self, then, now):
        return then is None or now - then >= self.window

    def sweep(self, now):
        """Once per window, throws away every key that is over."""
        if self.next_sweep is None or now >= self.next_sweep:
            self.rings = {k: r for k, r in self.rings.items() if not self.over(r.newest(), now)}
            self.next_sweep = now + self.window

    def allow(self, key):
        with self.lock:
            now = self.clock()
            self.sweep(now)
            ring = self.rings.get(key)
            if ring is None:
                ring = self.rings[key] = Ring(self.limit)
            if not self.over(ring.oldest(), now):
                return False
            ring.put(now)
            return True
