"""Switches of threads forced between the answer's own bytecodes.

CPython switches threads every few milliseconds, and since 3.10 only where a loop turns back or a function
begins, so an unguarded `+=` almost never loses anything in a test. Here threads take turns: one runs a few
bytecodes of the answer, then the next one does. A thread that waits for a lock shows no bytecode, and after
a moment its turn is taken from it, so code that locks rightly never stands still.
"""

from __future__ import annotations

import sys
from collections import deque
from threading import Lock, get_ident

from viva._alone import alone
from viva._bytecodes import Bytecodes
from viva._kept import BUILTINS

__builtins__ = BUILTINS

_frames_now = sys._current_frames

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
    """A thread that takes turns; `away` when no bytecode is expected of it soon.

    It is `asleep` from being given the turn until it wakes: it waits for a processor and for nothing else.
    """

    __slots__ = ("asleep", "away", "gate")

    def __init__(self) -> None:
        self.asleep = self.away = False
        self.gate = Lock()


class ForcedSwitches:
    """A context: threads started inside take turns between bytecodes of the answer."""

    def __init__(self) -> None:
        self._watch = Bytecodes(self._bytecode)
        self._guard = Lock()  # of everything below
        self._threads: dict[int, _Thread] = {}
        self._outsiders: set[int] = set()
        self._late: set[int] = set()  # newcomers that were waited for in vain
        self._queue: deque[_Thread] = deque()
        self._holder: _Thread | None = None
        self._burst = 0
        self._turns = 0
        self._silences = 0
        self._over = False

    def __enter__(self) -> ForcedSwitches:
        self._outsiders = set(_frames_now())
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(_INTERVAL_S)
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over = True
        self._watch.stop()
        sys.setswitchinterval(self._interval)

    def _bytecode(self) -> None:
        """Called before each bytecode of the answer; returns when it is this thread's turn."""
        who = get_ident()
        if self._over or who in self._outsiders:
            return
        with self._guard:
            me = self._threads.get(who) or self._threads.setdefault(who, _Thread())
            me.away = False
            if self._holder is me and self._burst:
                self._burst -= 1
                return
            self._come(me)
        while self._holder is not me and not self._over:
            self._wait(me)
        me.asleep = False

    def _come(self, me: _Thread) -> None:
        """Joins the queue; if the turn is free or over, hands it on. Alone and expecting nobody, keeps it."""
        me.gate.acquire(blocking=False)  # shut, whether it was open or not
        self._queue.append(me)
        if self._holder is me:
            self._holder = None
        if self._holder is not None:
            return
        if len(self._queue) > 1 or not self._is_expecting(me):
            self._give(self._queue.popleft())

    def _is_expecting(self, me: _Thread) -> bool:
        """Whether any other thread should come to a bytecode soon."""
        return (
            any(not thread.away and thread is not me for thread in self._threads.values())
            or self._newcomers()
        )

    def _newcomers(self) -> bool:
        """Whether threads were started inside that have not come to the answer yet."""
        return bool(_frames_now().keys() - self._threads.keys() - self._outsiders - self._late)

    def _wait(self, me: _Thread) -> None:
        """Waits a while to be given the turn, and takes it when nothing moved meanwhile."""
        turns = self._turns
        arriving = self._holder is None and self._newcomers()
        me.gate.acquire(timeout=_ARRIVAL_S if arriving else _SILENCE_S)
        with self._guard:
            if self._holder is me:
                return
            if turns == self._turns and (self._holder is None or not self._holder.asleep):
                self._silences += 1
                if self._holder is None:
                    self._late.update(_frames_now().keys() - self._threads.keys())
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
    alone()
    return ForcedSwitches()
