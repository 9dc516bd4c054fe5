"""One step of a run: load the harness, load the answer, do what the step asks, say how it ended.

Warm and cold runs share it and differ in the recorder, an object with `record(name, value)`,
`loaded(names)`, `raised(error, file, line, column, text, phase)`, `turned(case)`, `decode(bytes)`, `end()`
and `expected(label, operation, seen, argument, extra)`. What they write is `src/wire/frame.rs`; the actions
are those of `src/wire/job.rs`.

`parse` may run in an earlier process than the rest, which is forked from it. `make_ready` may run while
another step's answer still does. After `run` the process must end at once, without running exit handlers:
nothing may follow END.
"""

from __future__ import annotations

import io
import os
import random
import sys
import threading
from types import ModuleType
from typing import Any, NamedTuple

from viva import _clock
from viva._calls import Printed, attempt
from viva._command import command
from viva._harness import Harness, HarnessError, Sources, recall
from viva._harness import compiled as _compiled
from viva._harness import parse as _parse
from viva._kept import BUILTINS, keep_toolbox
from viva._loader import MAIN, Answer, AnswerFiles, NotDefined, top_level_names
from viva._project import Project, ProjectFiles
from viva._rehearsal import ANSWER, CASE, DRIVER, INPUTS
from viva._together import together
from viva.oracle import Expect, NothingChecked
from viva.seen import Seen

__builtins__ = BUILTINS

# Actions of the second box; the others belong to the first.
ORACLE_ACTIONS = frozenset({"judge"})

_RECURSION_LIMIT = sys.getrecursionlimit()
_untrace = (sys.settrace, sys.setprofile, threading.settrace, threading.setprofile)
_set_recursion_limit = sys.setrecursionlimit
_with_traceback = BaseException.with_traceback
_flush = io.TextIOWrapper.flush


_Streams = tuple[io.TextIOWrapper, io.TextIOWrapper]
# Made by `warm_up`, where it was called.
_warm_streams: list[_Streams] = []
_rehearsed: list[bytes] = []


class Step(NamedTuple):
    """What one process does; `arguments` are the fields of the action in `src/wire/job.rs`."""

    name: str
    action: str
    seed: int
    arguments: dict[str, Any]


def warm_up() -> None:
    """Does once, in the interpreter that all steps are forked from, what each would else do again."""
    _clock.install()
    # A stream asks its descriptor once what it is, so it is made on a pipe, as those of steps are.
    kept = [os.dup(descriptor) for descriptor in (1, 2)]
    ends = os.pipe()
    os.dup2(ends[1], 1)
    os.dup2(ends[1], 2)
    _warm_streams.append(_standard_streams())
    os.dup2(kept[0], 1)
    os.dup2(kept[1], 2)
    for descriptor in (*kept, *ends):
        os.close(descriptor)
    _rehearsed.append(compiled(False, DRIVER, INPUTS))


def parse(is_oracle: bool, harness: str, inputs: str) -> Sources:
    """Parses `driver.py` or `oracle.py` and runs nothing of it; `HarnessError` says what is wrong with it."""
    return _parse(_kind(is_oracle), harness, inputs)


def compiled(is_oracle: bool, harness: str, inputs: str) -> bytes:
    """The same as bytes that `make_ready` takes, in another process of this very interpreter."""
    return _compiled(_kind(is_oracle), harness, inputs)


def _kind(is_oracle: bool) -> str:
    return "oracle" if is_oracle else "driver"


def make_ready(
    sources: Sources | bytes,
    answer: dict[str, str | bytes],
    step: Step,
    modules: dict[str, bool] | None = None,
) -> _Run:
    """Does all that comes before the answer, and runs none of it; a failure is told when the step runs.

    `modules` are those of a project, and whether each is only run; an `answer.py` has none.
    """
    files = ProjectFiles(answer, modules) if modules else AnswerFiles(answer)
    streams = _warm_streams[0] if _warm_streams else _standard_streams()
    _clock.install()
    run = _Run(streams, files, step)
    try:
        run.sources = recall(sources) if isinstance(sources, bytes) else sources
        if step.action != "together":
            run.harness = Harness(run.sources)
        run.files.compile()
    except BaseException as error:
        run.failure = error
    return run


def rehearse(recorder: Any) -> None:
    """Runs a step of nothing, with a recorder that has no channel yet, and takes all of it back."""
    code = _rehearsed[0] if _rehearsed else compiled(False, DRIVER, INPUTS)
    ready = make_ready(code, {MAIN: ANSWER}, Step(CASE, "drive", 0, {}))
    ready.recorder = recorder
    _do(ready)
    ready.unload()
    ready.files.forget()


def run(recorder: Any, run: _Run) -> None:
    """Runs the step to its end; returns normally, whatever the answer did, unless it ended the process."""
    run.recorder = recorder
    _do(run)
    recorder.end()


def _do(run: _Run) -> None:
    """Does a step and records the exception that leaves it."""
    try:
        if run.failure is not None:
            raise run.failure
        _ACTIONS[run.step.action](run)
    except BaseException as error:
        _calm_down()
        place = run.files.place_of(error)
        # Its frames hold what the answer allocated; let go of them before recording needs memory.
        run.answer = None
        run.recorder.raised(_with_traceback(error, None), *place, run.phase)
    else:
        _calm_down()
    for stream in run.streams:
        _flush_quietly(stream)


class _Run:
    """The state of a step: `phase` says whose code runs, for an exception that leaves it."""

    sources: Sources
    harness: Harness
    recorder: Any

    def __init__(self, streams: _Streams, files: AnswerFiles, step: Step) -> None:
        self.streams = streams
        self.files = files
        self.failure: BaseException | None = None
        self.step = step
        self.answer: Answer | None = None
        self.phase = "harness"
        self.rng = _rng(step.seed, step.name)

    def load(self) -> None:
        """Loads the answer and says what it defines."""
        if self.files.mention("async"):
            _clock.install_asyncio()
        self.harness.step_back(self.files.module_names())
        self.phase = "load"
        self.answer = self.files.load()
        _untrace_all()
        self.recorder.loaded(_names(self))
        self.phase = "run"

    def unload(self) -> None:
        """Takes the answer and the harness out of this process again."""
        self.answer = None
        self.files.unload()
        self.harness.unload()


def _rng(seed: int, case: str) -> random.Random:
    """What a case draws from; its driver and its oracle get the same."""
    return random.Random(f"{seed}:{case}")


def _load(run: _Run) -> None:
    run.load()
    run.recorder.record("names", [name for name, _ in _names(run)])


def _names(run: _Run) -> list[tuple[str, str]]:
    if isinstance(run.files, ProjectFiles):
        return [(name, "value") for name in run.files.found()]
    return top_level_names(run.answer)


def _drive(run: _Run) -> None:
    function = run.harness.case(run.step.name)
    run.load()
    function(run.answer, _see(run.recorder), run.rng)


def _call(run: _Run) -> None:
    arguments = run.step.arguments
    setup = run.harness.compile(arguments["setup"], "<setup>", "exec")
    call = run.harness.compile(arguments["call"], "<call>", "eval")
    run.load()
    names = {**run.harness.names, **_names_at_hand(run.answer)}
    _reporting_missing(run.answer, lambda: exec(setup, names))
    with Printed() as output:
        result = attempt(_reporting_missing, run.answer, lambda: eval(call, names))
    if type(result.error) is NotDefined:
        raise result.error
    if result.returned:
        run.recorder.record("result", result.value)
    else:
        run.recorder.record("error", result.error)
    run.recorder.record("printed", output.text)


def _command(run: _Run) -> None:
    arguments = run.step.arguments
    run.load()
    ran = command(run.answer, *arguments["arguments"], stdin=arguments["stdin"], files=arguments["files"])
    for name, value in (("printed", ran.stdout), ("stderr", ran.stderr), ("exit", ran.exit)):
        run.recorder.record(name, value)
    run.recorder.record("written", ran.written)


def _snippet(run: _Run) -> None:
    source = run.step.arguments["source"]
    code = run.harness.compile(source, "snippet.py", "exec")
    run.files = AnswerFiles({"snippet.py": source})
    run.phase = "run"
    module = sys.modules["__main__"] = ModuleType("__main__")
    exec(code, vars(module))


def _together(run: _Run) -> None:
    def do(step: Step) -> _Run:
        part = _Run(run.streams, run.files, step)
        part.recorder = run.recorder
        part.harness = Harness(run.sources)
        _do(part)
        return part

    together(run.recorder, run.step.arguments["steps"], do)


def _judge(run: _Run) -> None:
    for case, question in run.step.arguments["questions"]:
        run.recorder.turned(case)
        if isinstance(question, str):
            code = run.harness.compile(question, "<expected>", "eval")
            run.recorder.record("expected", eval(code, dict(run.harness.names)))
        else:
            _ask(run, case, question)


def _ask(run: _Run, case: str, observed: bytes) -> None:
    """Has the oracle's function of a case say what it expects of what was observed."""
    function = run.harness.case(case)
    # From here on it depends on what was seen; a very large value takes all memory as it is decoded.
    run.phase = "run"
    expect = Expect(run.recorder.expected)
    function(Seen(run.recorder.decode(observed)), expect, _rng(run.step.seed, case))
    if expect.is_unused() and _uses_second_argument(function):
        raise NothingChecked("the oracle found nothing to check in it")
    run.phase = "harness"
    fault = "the oracle checked nothing" if expect.is_unused() else expect.fault()
    if fault is not None:
        raise HarnessError(f"{case}: {fault}")


def _uses_second_argument(function: Any) -> bool:
    """Whether an oracle's function could check anything, had something else been seen."""
    from dis import get_instructions

    code = getattr(function, "__code__", None)
    if code is None or code.co_argcount < 2:
        return True
    name = code.co_varnames[1]
    read = (step for step in get_instructions(code) if step.opname.startswith("LOAD"))
    return any(step.argval == name or type(step.argval) is tuple and name in step.argval for step in read)


_ACTIONS = {
    "load": _load,
    "drive": _drive,
    "call": _call,
    "command": _command,
    "snippet": _snippet,
    "together": _together,
    "judge": _judge,
}


def _see(recorder: Any) -> object:
    """The object on which a driver records: `see.NAME = value`."""
    record = recorder.record

    class See:
        """Assigning an attribute records it at once; nothing can be read back."""

        __slots__ = ()

        def __setattr__(self, name: str, value: Any) -> None:
            record(name, value)

    return See()


def _names_at_hand(answer: Answer) -> dict[str, Any]:
    """The answer's global names, for an expression; what it imports is at hand too, as in its own file."""
    if isinstance(answer, Project):
        return {name: getattr(answer, name) for name in dir(answer)}
    names = dict(vars(answer._module))
    return {
        name: value for name, value in names.items() if not (name.startswith("__") and name.endswith("__"))
    }


def _reporting_missing(answer: Answer, run: Any) -> Any:
    """Runs code of the manifest; a name that it does not find is one that the answer lacks."""
    try:
        return run()
    except NameError as error:
        # Two frames are this function's and the lambda's, the third the expression's own.
        step = error.__traceback__.tb_next.tb_next
        if type(error) is NameError and step is not None and step.tb_next is None:
            getattr(answer, str(error).partition("'")[2].partition("'")[0])
        raise


def _standard_streams() -> _Streams:
    """A fresh `sys.stdout` and `sys.stderr`, that no odd text can make fail."""

    def stream(descriptor: int) -> io.TextIOWrapper:
        return open(descriptor, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)

    sys.stdout = sys.__stdout__ = stream(1)
    sys.stderr = sys.__stderr__ = stream(2)
    return sys.stdout, sys.stderr


def _flush_quietly(stream: io.TextIOWrapper) -> None:
    try:
        _flush(stream)
    except (OSError, ValueError, RuntimeError):
        return  # closed by the answer, or broken: what it printed is lost, nothing else


def _untrace_all() -> None:
    for untrace in _untrace:
        untrace(None)


def _calm_down() -> None:
    """Takes back what an answer may have set that would run or stop the code that ends a step."""
    _untrace_all()
    _set_recursion_limit(_RECURSION_LIMIT)


keep_toolbox()
