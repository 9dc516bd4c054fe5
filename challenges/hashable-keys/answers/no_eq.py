# floor: 2
# ceiling: 2
# misses: equal_points, one_key, no_tuple, immutable, number_types, gives_way
# misconceptions: same_values_same_object
from collections import Counter


def as_key(part):
    if isinstance(part, list):
        return tuple(as_key(item) for item in part)
    return part


def count_rows(rows):
    return dict(Counter(as_key(row) for row in rows))


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
