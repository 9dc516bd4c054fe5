"""Tools that make one call and say how it ended."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import Any

from viva._kept import BUILTINS

__builtins__ = BUILTINS


class Attempt:
    """How a call ended: `returned` says whether with `value` or with `error`; the other one is None."""

    __slots__ = ("error", "returned", "value")

    def __init__(self, value: Any, error: BaseException | None) -> None:
        self.value = value
        self.error = error
        self.returned = error is None


def attempt(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Attempt:
    """Calls it and keeps what it returned or raised, KeyboardInterrupt and SystemExit too."""
    try:
        return Attempt(function(*args, **kwargs), None)
    except BaseException as error:
        return Attempt(None, error)


def raised(function: Callable[..., Any], *args: Any, **kwargs: Any) -> BaseException | None:
    """The exception that the call raised, or None."""
    return attempt(function, *args, **kwargs).error


def printed(function: Callable[..., Any], *args: Any, **kwargs: Any) -> str:
    """What the call wrote to standard output; an exception passes."""
    with Printed() as output:
        function(*args, **kwargs)
    return output.text


class Printed:
    """A context that keeps what is written to `sys.stdout` inside it; `text` afterwards."""

    text = ""

    def __enter__(self) -> Printed:
        self._before = sys.stdout
        self._bytes = io.BytesIO()
        sys.stdout = self._stream = io.TextIOWrapper(
            self._bytes, encoding="utf-8", errors="backslashreplace", newline="", write_through=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        sys.stdout = self._before
        if not self._bytes.closed:  # an answer may close its standard output
            self.text = self._bytes.getvalue().decode("utf-8", "backslashreplace")
