# floor: 4
# ceiling: 5
import time
from functools import wraps


def retry(max_attempts=3, delay=1):
    def decorate(f):
        if not max_attempts >= 1:
            raise ValueError("need at least one attempt")

        def go(left, a, k):
            try:
                return f(*a, **k)
            except Exception:
                if left == 1:
                    raise
                time.sleep(delay)
            return go(left - 1, a, k)

        return wraps(f)(lambda *a, **k: go(max_attempts, a, k))

    return decorate
