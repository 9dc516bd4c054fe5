# floor: 3
# ceiling: 3
# misses: keywords_apart, fresh_after_mutation
# misconceptions: keywords_not_in_the_key
from functools import wraps


def memoize(func):
    cache = {}

    @wraps(func)
    def wrapper(*args, **kwargs):
        try:
            hash(args)
        except TypeError:
            return func(*args, **kwargs)
        if args not in cache:
            cache[args] = func(*args, **kwargs)
        return cache[args]

    return wrapper
