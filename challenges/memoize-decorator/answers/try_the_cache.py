# floor: 4
# ceiling: 5
import functools


def memoize(func):
    cache = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        try:
            key = (args, frozenset(kwargs.items()))
            return cache[key]
        except KeyError:
            pass
        except TypeError:
            return func(*args, **kwargs)
        result = cache[key] = func(*args, **kwargs)
        return result

    return wrapper
