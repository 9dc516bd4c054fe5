import time


class RateLimiter:
    def __init__(self, limit, window, clock=time.monotonic):
        pass

    def allow(self, key):
        pass
