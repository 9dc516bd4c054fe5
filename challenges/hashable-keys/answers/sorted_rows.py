# floor: 2
# ceiling: 2
# misses: rows_told_apart, keys_are_tuples, nested_rows
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: int
    y: int


def count_rows(rows):
    counts = {}
    for row in rows:
        key = tuple(sorted(row, key=str))
        counts[key] = counts.get(key, 0) + 1
    return counts
