# floor: 4
# ceiling: 5
from typing import Any, Callable, Iterable


class Tally:
    """Counts the values for which a test holds."""

    def __init__(self, test: Callable[[Any], bool]) -> None:
        self._test = test

    def of(self, values: Iterable[Any]) -> int:
        """Read `values` once and count."""
        return len([None for value in values if self._test(value)])


def count_equal(values: Iterable[Any], target: Any) -> int:
    """How many values equal the target, by value and not by identity."""
    return Tally(lambda value: value == target).of(values)


def count_missing(values: Iterable[Any]) -> int:
    """How many values are None."""
    return Tally(lambda value: value is None).of(values)
