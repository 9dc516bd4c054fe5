"""A call before each bytecode of the answer, in whatever thread: by `sys.monitoring`, or tracing before 3.12.

Tracing works on later versions too, but comes too late for the first bytecodes of a function there, and
crashed a release of 3.12. Must not know what the calls are for.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import CodeType
from typing import Any

from viva import _loader
from viva._kept import BUILTINS

__builtins__ = BUILTINS

_settrace = threading.settrace
_monitoring = getattr(sys, "monitoring", None)
# Ids that no kind of tool is meant to have; an answer may hold one of them.
_TOOLS = (4, 3)


class _ByTracing:
    """For threads that are started between `start` and `stop`."""

    def __init__(self, call: Callable[[], None]) -> None:
        self._call = call

    def start(self) -> None:
        _settrace(self._enter)

    def stop(self) -> None:
        _settrace(None)

    def _enter(self, frame: Any, _event: str, _: object) -> Any:
        if frame.f_code.co_filename not in _loader.own_files:
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self._step

    def _step(self, _frame: Any, event: str, _: object) -> Any:
        if event == "opcode":
            self._call()
        return self._step


class _ByMonitoring:
    """For all threads between `start` and `stop`."""

    def __init__(self, call: Callable[[], None]) -> None:
        self._call = call

    def start(self) -> None:
        self._tool = next(tool for tool in _TOOLS if _monitoring.get_tool(tool) is None)
        self._code = list(_loader.own_code)
        _monitoring.use_tool_id(self._tool, "viva")
        _monitoring.register_callback(self._tool, _monitoring.events.INSTRUCTION, self._instruction)
        self._ask_for(_monitoring.events.INSTRUCTION)

    def stop(self) -> None:
        self._ask_for(_monitoring.events.NO_EVENTS)
        _monitoring.free_tool_id(self._tool)

    def _ask_for(self, events: int) -> None:
        for code in self._code:
            _monitoring.set_local_events(self._tool, code, events)

    def _instruction(self, _code: CodeType, _offset: int) -> None:
        self._call()


Bytecodes = _ByTracing if _monitoring is None else _ByMonitoring
