# floor: 5
# ceiling: 5
from dataclasses import dataclass


def as_key(item):
    if isinstance(item, list):
        return tuple(as_key(inner) for inner in item)
    return item


def count_rows(rows):
    counts = {}
    for row in rows:
        key = as_key(row)
        counts[key] = counts.get(key, 0) + 1
    return counts


@dataclass(frozen=True)
class Point:
    x: float
    y: float
