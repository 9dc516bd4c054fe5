# floor: 4
# ceiling: 5
import functools


def memoize(func):
    cached = functools.lru_cache(maxsize=None)(func)

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        try:
            for value in (*args, *kwargs.values()):
                hash(value)
        except TypeError:
            return func(*args, **kwargs)
        return cached(*args, **kwargs)

    return wrapper
