# floor: 5
# ceiling: 5
"""The function is taken from the positional arguments, so it has no name that a keyword could clash with."""

from __future__ import annotations

from typing import Any


def describe_call(*args: Any, **kwargs: Any) -> str:
    """The arguments as they would be written in a call."""
    positional = map(repr, args)
    named = map("{0[0]}={0[1]!r}".format, kwargs.items())
    return ", ".join((*positional, *named))


def call_with(*args: Any, **kwargs: Any) -> Any:
    """Calls the first argument with all the others."""
    function, *rest = args
    return function(*rest, **kwargs)
