# floor: 4
# ceiling: 4
# misses: thousand_sources
from functools import reduce

_END = object()


def merge_sorted(*iterables, key=None):
    k = key or (lambda x: x)

    def two(xs, ys):
        xs, ys = iter(xs), iter(ys)
        x, y = next(xs, _END), next(ys, _END)
        while not (x is _END and y is _END):
            if y is _END or (x is not _END and not k(y) < k(x)):
                yield x
                x = next(xs, _END)
            else:
                yield y
                y = next(ys, _END)

    return reduce(two, iterables, iter(()))
