"""Switches of threads forced between the answer's own bytecodes.

CPython 3.11 switches threads only where a loop turns back or a function is called, so a lost update almost never
shows by itself. Here one thread at a time holds the turn; it runs a few bytecodes of the answer, then hands on.
"""

from __future__ import annotations

import sys
import threading
from threading import Lock, get_ident
from typing import Any

from viva import _loader
from viva._clock import real_monotonic
from viva._kept import BUILTINS

__builtins__ = BUILTINS

_settrace = threading.settrace

# A holder of the turn that shows no bytecode for so long waits for something: the turn is taken from it.
_SILENCE_S = 0.0005
# Switching ends after so much real time, and the threads run on freely.
_BUDGET_S = 2.0
# Bytecodes per turn, over and over. Uneven, so that no two loops can run in step for ever.
_BURSTS = (1, 2, 1, 1, 3, 1, 2, 5, 1, 1, 2, 3, 8, 1, 2, 1, 3)


class ForcedSwitches:
    """A context: threads started inside hand the turn to each other between bytecodes of the answer."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._gates: dict[int, Any] = {}
        self._waiting: list[int] = []
        self._holder: int | None = None
        self._left = 0
        self._turns = 0
        self._until = 0.0

    def __enter__(self) -> ForcedSwitches:
        self._until = real_monotonic() + _BUDGET_S
        self._before = getattr(threading, "_trace_hook", None)
        _settrace(self._enter_frame)
        return self

    def __exit__(self, *_: object) -> None:
        _settrace(self._before)
        self._until = 0.0

    def _enter_frame(self, frame: Any, _event: str, _: object) -> Any:
        if frame.f_code.co_filename not in _loader.own_files or real_monotonic() >= self._until:
            return None
        frame.f_trace_opcodes = True
        return self._step

    def _step(self, frame: Any, event: str, _: object) -> Any:
        """Called between the answer's bytecodes; comes back when it is this thread's turn."""
        if event != "opcode":
            return self._step
        me = get_ident()
        with self._guard:
            if self._holder is None:
                self._take(me)
            if self._holder == me and self._left > 0:
                self._left -= 1
                return self._step
            if self._holder == me:
                if not self._waiting:
                    self._take(me)
                    return self._step
                self._hand_on()
            gate = self._gates.setdefault(me, Lock())
            gate.acquire(blocking=False)
            self._waiting.append(me)
        self._wait(me, gate)
        return self._step if real_monotonic() < self._until else None

    def _wait(self, me: int, gate: Any) -> None:
        while True:
            turns = self._turns
            opened = gate.acquire(timeout=_SILENCE_S)
            with self._guard:
                if self._holder == me:
                    return
                if not opened and turns == self._turns:
                    self._waiting.remove(me)
                    self._take(me)
                    return

    def _hand_on(self) -> None:
        heir = self._waiting.pop(0)
        self._take(heir)
        self._gates[heir].release()

    def _take(self, who: int) -> None:
        self._holder = who
        self._left = _BURSTS[self._turns % len(_BURSTS)] - 1
        self._turns += 1


def forced_switches() -> ForcedSwitches:
    """A context in which threads started inside switch between the answer's own bytecodes."""
    return ForcedSwitches()
