# floor: 5
# ceiling: 5
from functools import reduce


def compose(*fs):
    if not all(map(callable, fs)):
        raise TypeError("compose() takes callables only")
    if not fs:
        return lambda x: x
    first, *rest = fs[::-1]
    return lambda *a, **k: reduce(lambda x, f: f(x), rest, first(*a, **k))
