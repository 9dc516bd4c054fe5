# floor: 5
# ceiling: 5
from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable


class RateLimiter:
    """At most `limit` calls per key within any `window` seconds."""

    def __init__(self, limit: int, window: float, clock: Callable[[], float] = time.monotonic) -> None:
        if limit < 1:
            raise ValueError(f"limit must be at least 1: {limit}")
        if not window > 0:
            raise ValueError(f"window must be above 0: {window}")
        self._limit, self._window, self._clock = limit, window, clock
        self._lock = threading.Lock()
        # Keys in order of their last allowed call, so that those to forget come first.
        self._times: OrderedDict[Hashable, deque[float]] = OrderedDict()

    def allow(self, key: Hashable) -> bool:
        with self._lock:
            now = self._clock()
            self._forget(now)
            times = self._times.setdefault(key, deque())
            while times and now - times[0] >= self._window:
                times.popleft()
            if len(times) >= self._limit:
                return False
            times.append(now)
            self._times.move_to_end(key)
            return True

    def _forget(self, now: float) -> None:
        while self._times:
            key, times = next(iter(self._times.items()))
            if now - times[-1] < self._window:
                break
            del self._times[key]
