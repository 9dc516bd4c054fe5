# floor: 4
# ceiling: 4
# misses: error_not_remembered
# misconceptions: a_failure_counts
import threading
from functools import wraps


def once(func):
    lock = threading.Lock()
    outcome = []

    @wraps(func)
    def wrapper(*args, **kwargs):
        with lock:
            if not outcome:
                try:
                    outcome.append((func(*args, **kwargs), None))
                except Exception as error:
                    outcome.append((None, error))
        value, error = outcome[0]
        if error is not None:
            raise error
        return value

    return wrapper
