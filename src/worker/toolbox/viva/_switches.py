"""Switches of threads forced between the answer's own bytecodes.

CPython switches threads every few milliseconds, and since 3.10 only where a loop turns back or a function
begins, so an unguarded `+=` almost never loses anything in a test. Here threads take turns: one runs a few
bytecodes of the answer, then the next one does. A thread that waits for a lock shows no bytecode, and after
a moment its turn is taken from it, so code that locks rightly never stands still.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from threading import Lock, get_ident
from typing import Any

from viva import _loader
from viva._kept import BUILTINS

__builtins__ = BUILTINS

_settrace = threading.settrace

# Bytecodes per turn, over and over. Uneven, so that no two loops can run in step for ever.
_BURSTS = (1, 2, 1, 1, 3, 1, 2, 5, 1, 1, 2, 3, 8, 1, 2, 1, 3)
# A thread whose turn it is and that shows no bytecode for so long waits for something else: others go on.
_SILENCE_S = 0.0005
# One that was started but has not come to the answer yet is waited for longer, once: it may lack a processor.
_ARRIVAL_S = 0.1
# The interpreter's own interval meanwhile: whoever wakes need not wait long for a thread that goes on alone.
_INTERVAL_S = 0.00001
# Both bound the cost. After so many turns or silences the threads run on freely.
_TURNS_MAX = 20_000
_SILENCES_MAX = 1_000


class _Thread:
    """A thread that takes turns: `new` until its first bytecode, `away` when none is expected of it soon.

    It is `asleep` from being given the turn until it wakes: it waits for a processor and for nothing else.
    """

    __slots__ = ("asleep", "away", "gate", "new")

    def __init__(self) -> None:
        self.asleep = self.away = False
        self.new = True
        self.gate = Lock()


class ForcedSwitches:
    """A context: threads started inside take turns between bytecodes of the answer."""

    def __init__(self) -> None:
        self._guard = Lock()  # of everything below
        self._threads: dict[int, _Thread] = {}
        self._queue: deque[_Thread] = deque()
        self._holder: _Thread | None = None
        self._burst = 0
        self._turns = 0
        self._silences = 0
        self._over = False

    def __enter__(self) -> ForcedSwitches:
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(_INTERVAL_S)
        # CPython 3.12 looks whether any frame wants bytecodes only when a trace function is set.
        sys._getframe().f_trace_opcodes = True
        _settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        _settrace(None)
        sys.setswitchinterval(self._interval)
        self._over = True

    def _call(self, frame: Any, _event: str, _: object) -> Any:
        """The trace function of each new frame; a thread's first one is not the answer's yet."""
        if get_ident() not in self._threads:
            with self._guard:
                self._threads[get_ident()] = _Thread()
        if self._over or frame.f_code.co_filename not in _loader.own_files:
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self._bytecode

    def _bytecode(self, _frame: Any, event: str, _: object) -> Any:
        """Called before each bytecode of the answer; returns when it is this thread's turn."""
        if event != "opcode" or self._over:
            return None if self._over else self._bytecode
        me = self._threads[get_ident()]
        with self._guard:
            me.new = me.away = False
            if self._holder is me and self._burst:
                self._burst -= 1
                return self._bytecode
            self._come(me)
        while self._holder is not me and not self._over:
            self._wait(me)
        me.asleep = False
        return self._bytecode

    def _come(self, me: _Thread) -> None:
        """Joins the queue; if the turn is free or over, hands it on. Alone and expecting nobody, keeps it."""
        me.gate.acquire(blocking=False)  # shut, whether it was open or not
        self._queue.append(me)
        if self._holder is me:
            self._holder = None
        if self._holder is not None:
            return
        if len(self._queue) > 1 or all(thread.away or thread is me for thread in self._threads.values()):
            self._give(self._queue.popleft())

    def _wait(self, me: _Thread) -> None:
        """Waits a while to be given the turn, and takes it when nothing moved meanwhile."""
        turns = self._turns
        arriving = any(thread.new and not thread.away for thread in list(self._threads.values()))
        me.gate.acquire(timeout=_ARRIVAL_S if arriving else _SILENCE_S)
        with self._guard:
            if self._holder is me:
                return
            if turns == self._turns and (self._holder is None or not self._holder.asleep):
                self._silences += 1
                for thread in self._threads.values():
                    thread.away = thread not in self._queue
                self._queue.remove(me)
                self._give(me)

    def _give(self, heir: _Thread) -> None:
        self._holder = heir
        self._burst = _BURSTS[self._turns % len(_BURSTS)] - 1
        self._turns += 1
        self._over = self._over or self._turns > _TURNS_MAX or self._silences > _SILENCES_MAX
        heir.asleep = True
        if heir.gate.locked():
            heir.gate.release()


def forced_switches() -> ForcedSwitches:
    """A context in which threads started inside switch between the answer's own bytecodes."""
    return ForcedSwitches()
