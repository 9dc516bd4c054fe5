"""What a case may leave behind in its process that the next one there could meet.

Not everything can be seen: what is nested deeper than the names of modules and classes is not. Sharing is for
speed only, so whoever sees something that is new gives it up, and too much care costs time and nothing else.
"""

from __future__ import annotations

import _tracemalloc
import atexit
import contextvars
import gc
import os
import signal
import sys
import threading
import warnings
from typing import Any

from viva import _clock
from viva._kept import BUILTINS

__builtins__ = BUILTINS

_frames_now = sys._current_frames
_active_count = threading.active_count
_copy_context = contextvars.copy_context
_callbacks_at_exit = getattr(atexit, "_ncallbacks", int)
_handler, _timer = signal.getsignal, signal.getitimer
_interval, _recursion, _trace, _profile = (
    sys.getswitchinterval,
    sys.getrecursionlimit,
    sys.gettrace,
    sys.getprofile,
)
_gc_state = (gc.isenabled, gc.get_threshold, gc.get_debug)
_freeze = gc.freeze
_is_tracing = _tracemalloc.is_tracing
_copy, _close, _list, _folder = os.dup, os.close, os.listdir, os.getcwd
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM, signal.SIGUSR1, signal.SIGUSR2, signal.SIGCHLD)
_TOOLBOX = __file__.rpartition("/viva/")[0]


class Before:
    """A process before a step; `is_now` says whether it is like that again.

    `recorder.untouched(modules)` says whether every module that it knows is as it was at the last call, and
    comes to know those.
    """

    def __init__(self, recorder: Any) -> None:
        self._untouched = recorder.untouched
        self._modules = dict(sys.modules)
        self._path = list(sys.path)
        self._state = self._look()
        # The fork itself binds some names anew.
        self._untouched([])

    def is_now(self) -> bool:
        """Whether all is as it was; new modules of the standard library are kept, all else must be gone."""
        try:
            return self._is_now()
        except BaseException:
            return False  # something stands in the way of looking

    def _is_now(self) -> bool:
        came = [name for name in sys.modules if name not in self._modules]
        self._modules.update((name, sys.modules[name]) for name in came)
        if any(sys.modules.get(name) is not module for name, module in self._modules.items()):
            return False
        if sys.path != [folder for folder in self._path if folder != _TOOLBOX] and sys.path != self._path:
            return False
        sys.path[:] = self._path
        _leave_loops()
        if self._look() != self._state or not self._untouched([self._modules[name] for name in came]):
            return False
        # What the step left to the collector stays there: no finalizer of it runs in the next one.
        _freeze()
        return True

    @staticmethod
    def _look() -> tuple[Any, ...]:
        lowest = _copy(0)
        _close(lowest)
        return (
            lowest,
            len(_frames_now()),
            _active_count(),
            list(_clock._clocks),
            list(sys.meta_path),
            list(sys.path_hooks),
            (_interval(), _recursion(), _trace(), _profile(), _is_tracing()),
            [ask() for ask in _gc_state],
            list(gc.callbacks),
            dict(os.environ),
            list(warnings.filters),
            _folder(),
            _list("."),
            [_handler(number) for number in _SIGNALS],
            _timer(signal.ITIMER_REAL),
            [(variable, repr(value)) for variable, value in _copy_context().items()],
            _callbacks_at_exit(),
        )


def _leave_loops() -> None:
    """Forgets that a loop ran: asyncio then makes its policy anew, as in a fresh process."""
    events = sys.modules.get("asyncio.events")
    if events is not None:
        events._event_loop_policy = None
