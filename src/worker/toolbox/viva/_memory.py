"""What lives, what was freed, what it weighed, and what was changed behind one's back."""

from __future__ import annotations

import _tracemalloc as tracemalloc  # the half that measures; the other shows tracebacks and brings pickle
import gc
import weakref
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from viva._alone import alone
from viva._kept import BUILTINS

__builtins__ = BUILTINS

_Object = TypeVar("_Object")


class Peak:
    """`bytes` is the most memory that was allocated at once during the call, `value` what it returned."""

    __slots__ = ("bytes", "value")

    def __init__(self, size: int, value: Any) -> None:
        self.bytes = size
        self.value = value


def peak_memory(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Peak:
    """Calls it and measures the peak of memory allocated meanwhile, over what was held before."""
    alone()
    started = not tracemalloc.is_tracing()
    if started:
        tracemalloc.start()
    try:
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        value = function(*args, **kwargs)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        if started:
            tracemalloc.stop()
    return Peak(max(0, peak - before), value)


class Lifetimes:
    """A census of objects that holds none of them."""

    def __init__(self) -> None:
        self._watched: list[weakref.ref] = []

    def watch(self, watched: _Object) -> _Object:
        """Counts this object from now on, and returns it."""
        self._watched.append(weakref.ref(watched))
        return watched

    @property
    def alive(self) -> int:
        """How many watched objects live."""
        return sum(reference() is not None for reference in self._watched)


def lifetimes() -> Lifetimes:
    """An empty census."""
    alone()
    return Lifetimes()


def freed(census: Lifetimes) -> bool:
    """Whether no watched object lives any more."""
    return census.alive == 0


class _WithoutGc:
    def __enter__(self) -> None:
        self._enabled = gc.isenabled()
        gc.collect()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._enabled:
            gc.enable()


def without_gc() -> _WithoutGc:
    """A context in which the cycle collector is off; it is run once before."""
    alone()
    return _WithoutGc()


class Aliases:
    """A context that notes, when it is left, which of its values were `changed` inside it."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.changed: list[str] = []
        self._values = values

    def __enter__(self) -> Aliases:
        self._before = {name: _picture(value) for name, value in self._values.items()}
        return self

    def __exit__(self, *_: object) -> None:
        self.changed = [name for name, value in self._values.items() if _picture(value) != self._before[name]]


def aliases(**values: Any) -> Aliases:
    """Watches these values for mutation, however deep."""
    return Aliases(values)


def _picture(value: Any, around: tuple[int, ...] = ()) -> Any:
    """What a value holds, deeply, in a form that is equal only when nothing changed."""
    if id(value) in around:
        return "cycle", around.index(id(value))
    inner = (*around, id(value))
    kind = type(value)
    if isinstance(value, dict):
        parts = [(_picture(key, inner), _picture(item, inner)) for key, item in dict.items(value)]
    elif isinstance(value, (list, tuple, deque)):
        parts = [_picture(item, inner) for item in value]
    elif isinstance(value, (set, frozenset)):
        parts = _Items(value)
    elif isinstance(value, bytearray):
        parts = bytes(value)
    elif kind in (bool, bytes, complex, float, int, str, type(None)):
        parts = repr(value)
    else:
        parts = _Items((value,))
    attributes = getattr(value, "__dict__", None)
    return kind, parts, None if type(attributes) is not dict else _picture(attributes, inner)


class _Items:
    """Objects compared by identity, and held so that their identities stay theirs."""

    def __init__(self, members: Any) -> None:
        self._members = list(members)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Items) and set(map(id, self._members)) == set(map(id, other._members))

    __hash__ = None
