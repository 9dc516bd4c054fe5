# floor: 4
# ceiling: 4
# misses: fresh_after_mutation
from functools import wraps


def memoize(func):
    cache = {}
    kept = []

    def part(value):
        try:
            hash(value)
            return value
        except TypeError:
            kept.append(value)
            return ("by identity", id(value))

    @wraps(func)
    def wrapper(*args, **kwargs):
        key = tuple(map(part, args)), tuple((k, part(v)) for k, v in sorted(kwargs.items()))
        if key not in cache:
            cache[key] = func(*args, **kwargs)
        return cache[key]

    return wrapper
