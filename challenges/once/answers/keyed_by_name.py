# floor: 3
# ceiling: 3
# misses: independent
import functools
import threading

_lock = threading.Lock()
_results = {}


def once(func):
    # Clears what an older function of this name has left.
    _results.pop(func.__name__, None)

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        with _lock:
            if wrapper.__name__ not in _results:
                _results[wrapper.__name__] = func(*args, **kwargs)
            return _results[wrapper.__name__]

    return wrapper
