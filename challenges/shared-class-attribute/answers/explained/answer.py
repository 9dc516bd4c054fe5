# floor: 5
# ceiling: 5
from __future__ import annotations

from typing import Any


class Basket:
    _total = 0

    def __init__(self) -> None:
        self._items: tuple[Any, ...] = ()
        # Named, not `type(self)`: a subclass must count here too.
        Basket._total += 1

    def add(self, item: Any) -> None:
        self._items = (*self._items, item)

    @property
    def items(self) -> tuple[Any, ...]:
        return self._items

    @classmethod
    def total_baskets(cls) -> int:
        return Basket._total
