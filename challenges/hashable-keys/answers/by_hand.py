# floor: 4
# ceiling: 5
"""The class is written out: slots, read-only properties, one tuple behind equality and hash."""

from __future__ import annotations

from collections import Counter


class Point:
    """A point that can be a key."""

    __slots__ = ("_x", "_y")

    def __init__(self, x: float, y: float) -> None:
        self._x = x
        self._y = y

    @property
    def x(self) -> float:
        """The first coordinate."""
        return self._x

    @property
    def y(self) -> float:
        """The second coordinate."""
        return self._y

    def _key(self) -> tuple[float, float]:
        return (self._x, self._y)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Point):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())


def freeze(value):
    """Lists become tuples, at every depth."""
    return tuple(map(freeze, value)) if isinstance(value, list) else value


def count_rows(rows) -> Counter:
    """How often each row comes."""
    return Counter(map(freeze, rows))
