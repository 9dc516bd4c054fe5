# floor: 5
# ceiling: 5
from __future__ import annotations

from collections.abc import Iterator


class Countdown:
    """The numbers from `start` down to 1: an iterable, so every loop gets an iterator of its own."""

    def __init__(self, start: int) -> None:
        if start < 0:
            raise ValueError(f"cannot count down from {start}")
        self._numbers = range(start, 0, -1)

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    def __reversed__(self) -> Iterator[int]:
        return reversed(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, number: object) -> bool:
        return number in self._numbers
