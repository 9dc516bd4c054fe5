"""What an author's `driver.py` imports: it runs beside the answer, calls it, and records what it sees.

Everything in `__all__` is described in docs/authors.md.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from viva._awkward import ArrayLike, EqualityRaises, EqualsEverything, TruthRaises
from viva._calls import attempt, printed, raised
from viva._clock import fake_clock, run_async
from viva._command import command
from viva._counting import Counts, counting_key, growth, steps
from viva._iterables import ReadTooFar, watched
from viva._kept import BUILTINS
from viva._loader import NotDefined, source_names
from viva._memory import aliases, freed, lifetimes, peak_memory, without_gc
from viva._switches import forced_switches
from viva._threads import in_thread, in_threads, overlap

__builtins__ = BUILTINS

__all__ = [
    "ArrayLike",
    "Counts",
    "EqualityRaises",
    "EqualsEverything",
    "NotDefined",
    "ReadTooFar",
    "TruthRaises",
    "aliases",
    "attempt",
    "case",
    "command",
    "counting_key",
    "fake_clock",
    "forced_switches",
    "freed",
    "growth",
    "in_thread",
    "in_threads",
    "lifetimes",
    "overlap",
    "peak_memory",
    "printed",
    "raised",
    "run_async",
    "source_names",
    "steps",
    "watched",
    "without_gc",
]

_Function = TypeVar("_Function", bound=Callable[..., Any])


def case(function: _Function) -> _Function:
    """Marks the function that observes the case of its name: `name(answer, see, rng)`."""
    function.__viva_case__ = True
    return function
