# floor: 4
# ceiling: 4
# misses: errors_not_cached
from functools import wraps


def memoize(func):
    outcomes = {}

    def run(args, kwargs):
        try:
            return func(*args, **kwargs), None
        except Exception as error:
            return None, error

    @wraps(func)
    def wrapper(*args, **kwargs):
        try:
            key = (args, frozenset(kwargs.items()))
            hash(key)
        except TypeError:
            return func(*args, **kwargs)
        if key not in outcomes:
            outcomes[key] = run(args, kwargs)
        value, error = outcomes[key]
        if error is not None:
            raise error
        return value

    return wrapper
