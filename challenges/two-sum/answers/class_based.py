# floor: 4
# ceiling: 5
"""A finder that is fed number by number."""

from __future__ import annotations

from typing import Optional


class PairFinder:
    """Remembers where each number stood first."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._first: dict[int, int] = {}
        self._count = 0

    def feed(self, number: int) -> Optional[tuple[int, int]]:
        """The pair that this number completes, if any."""
        place = self._count
        self._count += 1
        partner = self._first.get(self._target - number)
        self._first.setdefault(number, place)
        return None if partner is None else (partner, place)


def two_sum(numbers: list[int], target: int) -> Optional[tuple[int, int]]:
    """The first pair with that sum."""
    finder = PairFinder(target)
    return next(filter(None, map(finder.feed, numbers)), None)
