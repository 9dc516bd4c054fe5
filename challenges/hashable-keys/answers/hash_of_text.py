# floor: 4
# ceiling: 4
# misses: number_types
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: float
    y: float

    def __hash__(self):
        return hash(f"{self.x},{self.y}")


def freeze(item):
    return tuple(map(freeze, item)) if isinstance(item, list) else item


def count_rows(rows):
    return Counter(map(freeze, rows))
