# floor: 4
# ceiling: 5
"""None is the one object of its type."""

from __future__ import annotations

from itertools import chain, dropwhile
from typing import Any

NoneType = type(None)


def is_missing(value: object) -> bool:
    """Whether nothing was set."""
    return type(value) is NoneType


def settle(value: Any, default: Any) -> Any:
    """The value, or the default where there is none."""
    return default if is_missing(value) else value


def first_set(*values: Any) -> Any:
    """The first value that is not None, or None."""
    return next(chain(dropwhile(is_missing, values), [None]))
