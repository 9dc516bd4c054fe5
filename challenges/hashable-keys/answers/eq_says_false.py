# floor: 4
# ceiling: 4
# misses: gives_way
# misconceptions: not_my_type_is_false
from collections import Counter


def freeze(item):
    return tuple(map(freeze, item)) if isinstance(item, list) else item


def count_rows(rows):
    return dict(Counter(map(freeze, rows)))


class Point:
    x = property(lambda self: self._pair[0])
    y = property(lambda self: self._pair[1])

    def __init__(self, x, y):
        self._pair = x, y

    def __eq__(self, other):
        return type(other) is Point and other._pair == self._pair

    def __hash__(self):
        return hash(self._pair)
