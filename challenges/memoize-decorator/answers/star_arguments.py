# floor: 4
# ceiling: 4
# misses: tuple_or_arguments, pair_or_keyword
import functools


def memoize(func):
    cache = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        flat = args[0] if len(args) == 1 and isinstance(args[0], tuple) else args
        try:
            key = (flat, frozenset(kwargs.items()))
            hash(key)
        except TypeError:
            return func(*args, **kwargs)
        if key not in cache:
            cache[key] = func(*args, **kwargs)
        return cache[key]

    return wrapper
