# floor: 3
# ceiling: 3
# misses: none_result, unhashable_arguments, fresh_after_mutation
# misconceptions: none_means_missing
from functools import wraps


def memoize(func):
    cache = {}

    @wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        value = cache.get(key)
        if value is None:
            value = func(*args, **kwargs)
            cache[key] = value
        return value

    return wrapper
