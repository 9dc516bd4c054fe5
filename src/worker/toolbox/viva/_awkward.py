"""Values that behave badly: they find out which question an answer really asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from viva._kept import BUILTINS

__builtins__ = BUILTINS


class EqualsEverything:
    """Claims to be equal to anything."""

    def __eq__(self, other: object) -> bool:
        return True

    def __ne__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0


class TruthRaises:
    """Cannot be asked whether it is true."""

    def __bool__(self) -> bool:
        raise ValueError("this value has no truth")


class EqualityRaises:
    """Cannot be compared for equality."""

    def __eq__(self, other: object) -> bool:
        raise TypeError("this value cannot be compared")

    def __ne__(self, other: object) -> bool:
        raise TypeError("this value cannot be compared")

    __hash__ = object.__hash__


class ArrayLike:
    """Compares item by item, like an array of numpy: `==` gives another one, whose truth raises."""

    __hash__ = None

    def __init__(self, items: Iterable[Any] = (1, 2, 3)) -> None:
        self.items = list(items)

    def __eq__(self, other: object) -> Any:
        return ArrayLike(item is other or item == other for item in self.items)

    def __ne__(self, other: object) -> Any:
        return ArrayLike(not (item is other or item == other) for item in self.items)

    def __bool__(self) -> bool:
        raise ValueError("the truth value of an array with more than one element is ambiguous")

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Any:
        return iter(self.items)

    def __getitem__(self, index: Any) -> Any:
        return self.items[index]
