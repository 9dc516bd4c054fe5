# floor: 5
# ceiling: 5
from __future__ import annotations

from contextlib import ContextDecorator
from types import TracebackType


class swallow(ContextDecorator):
    """Swallow exceptions of the given kinds; the last one is kept as `caught`."""

    def __init__(self, *exceptions: type[BaseException]) -> None:
        self._exceptions = exceptions
        self.caught: BaseException | None = None

    def __enter__(self) -> swallow:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        due = kind is not None and issubclass(kind, self._exceptions)
        self.caught = error if due else None
        return due
