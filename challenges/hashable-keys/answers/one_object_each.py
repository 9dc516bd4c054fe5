# floor: 4
# ceiling: 5
"""Equal points are one object, so identity is all that is needed."""

from collections import defaultdict


class Point:
    _made = {}

    def __new__(cls, x, y):
        if (x, y) not in cls._made:
            point = super().__new__(cls)
            object.__setattr__(point, "x", x)
            object.__setattr__(point, "y", y)
            cls._made[x, y] = point
        return cls._made[x, y]

    def __setattr__(self, name, value):
        raise AttributeError("a point does not change")


def count_rows(rows):
    def freeze(item):
        return tuple([freeze(inner) for inner in item]) if type(item) is list else item

    counts = defaultdict(int)
    for row in rows:
        counts[freeze(row)] += 1
    return counts
