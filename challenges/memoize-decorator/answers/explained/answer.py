# floor: 5
# ceiling: 5
import functools


def memoize(func):
    cache = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        try:
            key = (args, frozenset(kwargs.items()))
            known = key in cache
        except TypeError:  # something without a hash: it may change, so nothing is remembered
            return func(*args, **kwargs)
        if not known:
            cache[key] = func(*args, **kwargs)
        return cache[key]

    return wrapper
