# floor: 5
# ceiling: 5
from __future__ import annotations

from collections.abc import Iterable


def merge(intervals: Iterable[tuple]) -> list[tuple]:
    """Merge closed intervals that share a point; the result is sorted."""
    merged: list[tuple] = []
    for start, end in sorted(intervals):
        if start > end:
            raise ValueError(f"start above end: {(start, end)!r}")
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
