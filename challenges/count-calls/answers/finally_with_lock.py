# floor: 5
# ceiling: 5
import threading
from functools import wraps

LOCK = threading.Lock()


def count_calls(f):
    def add_one():
        LOCK.acquire()
        g.calls = g.calls + 1
        LOCK.release()

    @wraps(f)
    def g(*a, **k):
        try:
            return f(*a, **k)
        finally:
            add_one()

    setattr(g, "calls", 0)
    return g
