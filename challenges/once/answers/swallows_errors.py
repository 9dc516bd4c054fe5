# floor: 4
# ceiling: 4
# misses: error_is_raised, error_not_remembered
# misconceptions: a_failure_counts
import threading
from functools import wraps


def once(func):
    lock = threading.Lock()
    done = []

    @wraps(func)
    def wrapper(*args, **kwargs):
        with lock:
            if not done:
                try:
                    done.append(func(*args, **kwargs))
                except Exception as error:
                    print("failed:", error)
                    return None
        return done[0]

    return wrapper
