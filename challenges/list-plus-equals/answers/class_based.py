# floor: 2
# ceiling: 5
from __future__ import annotations

from collections.abc import Iterable, Sequence


class Extension:
    """Items that are to be added to a list, read once."""

    def __init__(self, items: Iterable) -> None:
        self._items = tuple(items)

    def after(self, base: Sequence) -> list:
        """A new list: base, then the items."""
        result = list(base)
        self.onto(result)
        return result

    def onto(self, base: list) -> None:
        """Adds the items to base itself."""
        for item in self._items:
            base.append(item)


def extended(base: Sequence, extra: Iterable) -> list:
    """A new list of the items of `base` and then of `extra`."""
    return Extension(extra).after(base)


def extend_in_place(base: list, extra: Iterable) -> None:
    """Adds the items of `extra` to `base`; a snapshot is taken first, so extra may be base."""
    Extension(extra).onto(base)
