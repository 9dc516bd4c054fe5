# floor: 2
# ceiling: 2
# misses: keys_are_tuples, nested_rows
# misconceptions: text_for_a_key
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: int
    y: int


def count_rows(rows):
    counts = {}
    for row in rows:
        counts[str(row)] = counts.get(str(row), 0) + 1
    return counts
