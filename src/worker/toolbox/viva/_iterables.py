"""An iterator that knows how far it was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from viva._kept import BUILTINS

__builtins__ = BUILTINS


class ReadTooFar(BaseException):
    """An answer read on beyond what was allowed; no `except Exception` of its own holds it."""

    __module__ = "viva.driver"


class Watched:
    """An iterator over `iterable` that counts `taken` items and notes when it was `exhausted` or `closed`."""

    def __init__(self, iterable: Iterable[Any], limit: int | None) -> None:
        self.taken = 0
        self.exhausted = False
        self.closed = False
        self._source = iter(iterable)
        self._limit = limit

    def __iter__(self) -> Watched:
        return self

    def __next__(self) -> Any:
        if self.closed:
            raise StopIteration
        if self.taken == self._limit:
            raise ReadTooFar(f"read on after {self._limit} items")
        try:
            item = next(self._source)
        except StopIteration:
            self.exhausted = True
            raise
        self.taken += 1
        return item

    def close(self) -> None:
        """Closes it, as a generator's `close` does: no items come after."""
        self.closed = True
        close = getattr(self._source, "close", None)
        if close is not None:
            close()


def watched(iterable: Iterable[Any], limit: int | None = None) -> Watched:
    """An iterator that knows how far it was read; asked for more than `limit` items it raises ReadTooFar."""
    return Watched(iterable, limit)
