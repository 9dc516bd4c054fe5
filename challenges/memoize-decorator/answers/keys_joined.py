# floor: 4
# ceiling: 4
# misses: pair_or_keyword
from functools import wraps


def memoize(func):
    cache = {}

    @wraps(func)
    def wrapper(*args, **kwargs):
        try:
            key = args + tuple(sorted(kwargs.items()))
            if key not in cache:
                cache[key] = func(*args, **kwargs)
            return cache[key]
        except TypeError:
            return func(*args, **kwargs)

    return wrapper
