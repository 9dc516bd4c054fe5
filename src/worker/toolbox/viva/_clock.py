"""A clock that can be faked: shims that stand in `time` before the answer loads.

While no fake clock is active they pass everything on. Under one, the answer's sleeps take no time, and so
do waits of asyncio, whose selectors are shimmed too. The machinery of threads and processes keeps real time
always, or its timeouts would never end.
"""

from __future__ import annotations

import selectors
import sys
import time
from collections.abc import Awaitable, Callable
from threading import Lock, get_ident, main_thread
from typing import Any

from viva._alone import alone
from viva._kept import BUILTINS

__builtins__ = BUILTINS

real_sleep = time.sleep
real_monotonic = time.monotonic

_frame_at = sys._getframe
_frames_now = sys._current_frames

# Modules of the standard library that wait for threads and processes, and so read and sleep in real time.
_READ_REAL_TIME = frozenset(
    {"concurrent", "multiprocessing", "queue", "selectors", "socket", "subprocess", "threading"}
)
_SLEEP_REAL_TIME = frozenset({"multiprocessing", "subprocess"})

# While another thread works, an event loop under a fake clock waits so long for it before time is skipped.
_GRACE_S = 0.05


class FakeClock:
    """Time that moves only when somebody sleeps or `advance` is called; a context that puts it in force.

    `now` is its reading in seconds, `sleeps` every wait that was asked for, as floats and in order.
    """

    def __init__(self, start: float = 1000.0) -> None:
        self.now = float(start)
        self.sleeps: list[float] = []
        self._lock = Lock()

    def advance(self, seconds: float) -> None:
        """Moves the clock on."""
        with self._lock:
            self.now += seconds

    def _sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.advance(seconds)

    def __enter__(self) -> FakeClock:
        _clocks.append(self)
        return self

    def __exit__(self, *_: object) -> None:
        _clocks.remove(self)


_clocks: list[FakeClock] = []


def fake_clock(start: float = 1000.0) -> FakeClock:
    """A context in which `time` and asyncio follow a clock of their own, which it gives."""
    return FakeClock(start)


def run_async(awaitable: Awaitable[Any], *, clock: FakeClock | None = None) -> Any:
    """Runs it on a fresh event loop to its end and returns the result; a fake clock spares it all waiting."""
    alone()
    install_asyncio()

    async def main() -> Any:
        return await awaitable

    if clock is None or clock in _clocks:
        return _run(main())
    with clock:
        return _run(main())


_run: Callable[[Any], Any] | None = None


class _Shim:
    """Stands in for one function of `time`. Like a built-in it does not bind when it is a class attribute."""

    __module__ = "time"

    def __init__(self, real: Callable[..., Any], fake: Callable[..., Any], real_for: frozenset[str]) -> None:
        self.__name__ = self.__qualname__ = real.__name__
        self.__doc__ = real.__doc__
        self._real = real
        self._fake = fake
        self._real_for = real_for

    def __call__(self, *args: Any) -> Any:
        if not _clocks or _root(_frame_at(1)) in self._real_for:
            return self._real(*args)
        return self._fake(_clocks[-1], *args)

    def __repr__(self) -> str:
        return repr(self._real)

    def __reduce__(self) -> str:
        return self.__name__


def _root(frame: Any) -> str:
    """The top package of the module that a frame runs in."""
    name = frame.f_globals.get("__name__")
    return name.partition(".")[0] if type(name) is str else ""


def _fake_sleep(clock: FakeClock, seconds: Any) -> None:
    seconds = _seconds(seconds)
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    clock._sleep(seconds)
    real_sleep(0)  # lets other threads go on, as every sleep does


def _seconds(value: Any) -> float:
    if isinstance(value, str):
        raise TypeError("'str' object cannot be interpreted as an integer")
    return float(value)


def _seconds_now(clock: FakeClock) -> float:
    return clock.now


def _nanoseconds_now(clock: FakeClock) -> int:
    return round(clock.now * 1_000_000_000)


class _ClockSelector(selectors.DefaultSelector):
    """What asyncio waits in. Under a fake clock a wait moves that clock instead of taking time."""

    def select(self, timeout: float | None = None) -> list:
        if not _clocks or timeout is None or timeout <= 0:
            return super().select(timeout)
        ready = super().select(_GRACE_S if _another_thread_works() else 0)
        if not ready:
            _clocks[-1].advance(timeout)
        return ready


def _another_thread_works() -> bool:
    """Whether a thread runs whose result a loop may wait for. An idle one of a pool stands in `_worker`."""
    resting = {get_ident(), main_thread().ident}
    others = [frame for who, frame in _frames_now().items() if who not in resting]
    return any(frame.f_code.co_name != "_worker" for frame in others)


def install() -> None:
    """Puts the shims in place; a second call changes nothing."""
    if isinstance(time.sleep, _Shim):
        return
    time.sleep = _Shim(time.sleep, _fake_sleep, _SLEEP_REAL_TIME)
    for name in ("monotonic", "perf_counter", "time"):
        setattr(time, name, _Shim(getattr(time, name), _seconds_now, _READ_REAL_TIME))
        nanoseconds = f"{name}_ns"
        setattr(time, nanoseconds, _Shim(getattr(time, nanoseconds), _nanoseconds_now, _READ_REAL_TIME))
    selectors.DefaultSelector = _ClockSelector


def install_asyncio() -> None:
    """Imports asyncio, which takes its time, and lets its sleeps be noted; a second call changes nothing."""
    global _run
    if _run is not None:
        return
    import asyncio

    real = asyncio.sleep

    async def sleep(delay: float, result: Any = None, **loop: Any) -> Any:
        if _clocks and delay > 0:
            _clocks[-1].sleeps.append(float(delay))
        return await real(delay, result, **loop)

    sleep.__module__, sleep.__qualname__, sleep.__doc__ = real.__module__, real.__qualname__, real.__doc__
    asyncio.sleep = asyncio.tasks.sleep = sleep
    _run = asyncio.run
