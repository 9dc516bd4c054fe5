"""Cases of one answer that share a process, each with a fresh harness and a fresh answer.

Only warm runs do it, for plain answers (`src/source/plain.rs`), and the host runs whatever is not met here
again, each case in a process of its own. Must not know what a case does.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any

from viva import _alone, _clock
from viva._kept import BUILTINS

__builtins__ = BUILTINS

_freeze = gc.freeze
_frames_now, _thread_count = sys._current_frames, threading.active_count


def together(recorder: Any, steps: Iterable[Any], do: Callable[[Any], Any]) -> None:
    """Does these steps in turn, and stops behind the first that leaves something in the process.

    `do` does a step and returns its run, which can be unloaded; what leaves it is recorded by then.
    """
    _alone.share()
    before = _Before(recorder)
    for step in steps:
        recorder.turned(step.name)
        do(step).unload()
        if _alone.was_refused():
            recorder.raised(_alone.NotAlone(), None, 0, 0, "", "run")
        if not before.is_now():
            break


class _Before:
    """A process before a step; `is_now` says whether it is like that again.

    What a plain answer cannot come by, such as files, signals and the environment, is not looked at.
    """

    def __init__(self, recorder: Any) -> None:
        self._untouched = recorder.untouched
        # A copy would touch every module, and each is on a page of its own that the kernel then copies, too.
        self._modules = len(sys.modules)
        # The fork itself binds some names anew.
        self._untouched()

    def is_now(self) -> bool:
        if len(sys.modules) != self._modules or not self._untouched():
            return False
        if len(_frames_now()) > 1 or _thread_count() > 1 or _clock._clocks:
            return False
        # What the step left to the collector stays there: no finalizer of it runs in the next one.
        _freeze()
        return True
