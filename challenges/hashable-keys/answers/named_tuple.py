# floor: 3
# ceiling: 3
# misses: no_tuple
# misconceptions: named_tuple_is_a_kind
from collections import Counter, namedtuple

Point = namedtuple("Point", "x y")


def freeze(item):
    return tuple(map(freeze, item)) if isinstance(item, list) else item


def count_rows(rows):
    return dict(Counter(freeze(row) for row in rows))
