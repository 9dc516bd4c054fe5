# floor: 3
# ceiling: 3
# misses: nested_rows
# misconceptions: tuple_goes_all_the_way_down
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: int


def count_rows(rows):
    return Counter(tuple(row) for row in rows)
