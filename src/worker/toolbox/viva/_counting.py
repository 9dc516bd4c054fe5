"""Cost that is counted and not timed: lines run, keys compared."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

from viva import _loader
from viva._kept import BUILTINS

__builtins__ = BUILTINS

_settrace = sys.settrace
_gettrace = sys.gettrace


class Counts:
    """How often keys were hashed, compared for equality (`equals`) and for order (`orders`)."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Back to nothing."""
        self.hashes = self.equals = self.orders = 0

    @property
    def total(self) -> int:
        """All uses together."""
        return self.hashes + self.equals + self.orders


class CountingKey:
    """A key that behaves like its `value` and counts each use."""

    __slots__ = ("_counts", "value")

    def __init__(self, value: Any, counts: Counts) -> None:
        self.value = value
        self._counts = counts

    def __hash__(self) -> int:
        self._counts.hashes += 1
        return hash(self.value)

    def __eq__(self, other: object) -> Any:
        self._counts.equals += 1
        return self.value == other.value if isinstance(other, CountingKey) else NotImplemented

    def __lt__(self, other: object) -> Any:
        self._counts.orders += 1
        return self.value < other.value if isinstance(other, CountingKey) else NotImplemented

    def __le__(self, other: object) -> Any:
        self._counts.orders += 1
        return self.value <= other.value if isinstance(other, CountingKey) else NotImplemented

    def __gt__(self, other: object) -> Any:
        self._counts.orders += 1
        return self.value > other.value if isinstance(other, CountingKey) else NotImplemented

    def __ge__(self, other: object) -> Any:
        self._counts.orders += 1
        return self.value >= other.value if isinstance(other, CountingKey) else NotImplemented

    def __repr__(self) -> str:
        return f"key({self.value!r})"


def counting_key(value: Any, counts: Counts) -> CountingKey:
    """A key that counts its use in `counts`."""
    return CountingKey(value, counts)


class Steps:
    """`count` lines of the answer's own code were run to get `value`."""

    __slots__ = ("count", "value")

    def __init__(self, count: int, value: Any) -> None:
        self.count = count
        self.value = value


def steps(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Steps:
    """Calls it and counts the lines that the answer's own code ran in this thread.

    A line is counted each time it is reached, a loop within one line at each turn. Work inside the standard
    library (`sorted`, `in` on a list) counts as the one line that asked for it: count keys there.
    """
    count = 0

    def line(frame: Any, event: str, _: object) -> Any:
        nonlocal count
        if event == "line":
            count += 1
        return line

    def enter(frame: Any, _event: str, _: object) -> Any:
        return line if frame.f_code.co_filename in _loader.own_files else None

    before = _gettrace()
    _settrace(enter)
    try:
        value = function(*args, **kwargs)
    finally:
        _settrace(before)
    return Steps(count, value)


def growth(run: Callable[[int], Any], sizes: Iterable[int]) -> list[Any]:
    """The cost of `run(n)` for each size: a number, or the count of `Steps`."""
    costs = (run(size) for size in sizes)
    return [cost.count if isinstance(cost, Steps) else cost for cost in costs]
