"""What an author's `oracle.py` imports: it says what would have been right, and never sees the answer's code.

The comparison is done outside, by exact type; a check here only names what was seen and what is expected.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from viva._codec import type_name
from viva._kept import BUILTINS

__builtins__ = BUILTINS

__all__ = ["Check", "Expect", "NothingChecked", "case"]

_Function = TypeVar("_Function", bound=Callable[..., Any])


def case(function: _Function) -> _Function:
    """Marks the function that judges the case of its name: `name(seen, expect, rng)`."""
    function.__viva_case__ = True
    return function


class NothingChecked(Exception):
    """An oracle that checks elsewhere checked nothing of what was seen, as a loop over nothing does."""


class Expect:
    """`expect(value, label="")` begins a check of one seen value; the label says what it is."""

    def __init__(self, expected: Callable[[str, str, Any, Any, Any], None]) -> None:
        self._expected = expected
        self._begun = 0
        self._made = 0

    def __call__(self, value: Any, label: str = "") -> Check:
        if not isinstance(label, str):
            raise TypeError(f"a label is a text, not {label!r}")
        self._begun += 1
        return Check(self, value, label)

    def _make(self, label: str, operation: str, seen: Any, argument: Any, extra: Any) -> None:
        self._made += 1
        self._expected(label, operation, seen, argument, extra)

    def is_unused(self) -> bool:
        """Whether nothing was checked at all."""
        return not self._begun

    def fault(self) -> str | None:
        """What is wrong with how the checks were made, or None."""
        if self._made < self._begun:
            return "an expect(...) was left without a check behind it"
        return None


class Check:
    """One seen value, waiting to be told what is expected of it. All checks of a case must hold."""

    __slots__ = ("_expect", "_label", "_seen")

    def __init__(self, expect: Expect, seen: Any, label: str) -> None:
        self._expect = expect
        self._seen = seen
        self._label = label

    def equals(self, expected: Any) -> None:
        """The same value by exact type; the order of a dict does not count."""
        self._make("equals", expected)

    def is_close(self, expected: float, within: float = 1e-9) -> None:
        """A number at most `within` away."""
        self._make("is_close", expected, float(within))

    def raises(self, kind: str | type[BaseException], containing: str | None = None) -> None:
        """An exception of that type or a subclass, whose text holds `containing`, ignoring case."""
        name = kind if isinstance(kind, str) else type_name(kind)
        self._make("raises", name, containing)

    def at_most(self, bound: float) -> None:
        """A number not above the bound."""
        self._make("at_most", bound)

    def at_least(self, bound: float) -> None:
        """A number not below the bound."""
        self._make("at_least", bound)

    def contains(self, part: Any) -> None:
        """A text or container that holds it."""
        self._make("contains", part)

    def same_items(self, items: Any) -> None:
        """The same items in any order, each as often."""
        self._make("same_items", list(items))

    def one_of(self, choices: Any) -> None:
        """Equal to one of the choices."""
        self._make("one_of", list(choices))

    def is_true(self) -> None:
        """Exactly `True`."""
        self._make("equals", True)

    def is_false(self) -> None:
        """Exactly `False`."""
        self._make("equals", False)

    def is_none(self) -> None:
        """Exactly `None`."""
        self._make("equals", None)

    def _make(self, operation: str, argument: Any, extra: Any = None) -> None:
        self._expect._make(self._label, operation, self._seen, argument, extra)
