# floor: 2
# ceiling: 2
# misses: one_key, number_types, immutable
# misconceptions: hash_comes_along
from collections import Counter
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def freeze(item):
    return tuple(map(freeze, item)) if isinstance(item, list) else item


def count_rows(rows):
    return Counter(map(freeze, rows))
