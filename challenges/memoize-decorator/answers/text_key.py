# floor: 4
# ceiling: 4
# misses: equal_repr_apart
# misconceptions: text_as_key
import functools


def memoize(func):
    memo = {}

    @functools.wraps(func)
    def inner(*args, **kwargs):
        key = repr(args) + "|" + repr(sorted(kwargs.items()))
        if key not in memo:
            memo[key] = func(*args, **kwargs)
        return memo[key]

    return inner
