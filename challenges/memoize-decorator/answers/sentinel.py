# floor: 4
# ceiling: 5
from functools import wraps

_MISSING = object()


def memoize(func):
    """Remember results per argument list; calls that cannot be looked up are simply computed."""
    results = {}

    @wraps(func)
    def memoized(*args, **kwargs):
        try:
            key = args, tuple(sorted(kwargs.items(), key=lambda item: item[0]))
            found = results.get(key, _MISSING)
        except TypeError:
            return func(*args, **kwargs)
        if found is _MISSING:
            found = results[key] = func(*args, **kwargs)
        return found

    return memoized
