# floor: 2
# ceiling: 2
# misses: functions_do_not_share, tuple_or_arguments, pair_or_keyword, unhashable_arguments, fresh_after_mutation, equal_repr_apart
# misconceptions: one_cache_for_all
from functools import wraps

CACHE = {}


def memoize(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key not in CACHE:
            CACHE[key] = func(*args, **kwargs)
        return CACHE[key]

    return wrapper
