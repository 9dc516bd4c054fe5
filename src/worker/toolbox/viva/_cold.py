"""A cold step: one fresh interpreter, which reads what it is to do from a descriptor and then ends.

The host runs it in the box as

    PYTHONHASHSEED=0 python -s -S -B -c \
        "import sys; sys.path[0] = '/toolbox'; from viva._cold import main; main(4, 3)"

with no other variable in its environment, where 4 is a descriptor to read one request from, up to its end,
and 3 one to write frames to. Both are inherited and may have other numbers. A request is a `dict` in the
codec of values:

    token      bytes, 16: stands in every frame
    harness    str: driver.py or oracle.py
    inputs     str: inputs.py
    answer     dict of path to bytes or str, answer.py first
    modules    dict of the modules of a project, and whether each is only run; may be left out
    seed       int
    name       str: the step's name
    action     str: load, drive, call, command, snippet, judge
    arguments  dict: the action's fields by name (setup, call; arguments, stdin, files; source; questions)
    path       list of str, may be left out: directories of packages that the answer may import

Exit code 0 and a frame END: the step ran to its end.
"""

from __future__ import annotations

import os
import sys
import threading

from viva import runner
from viva._codec import decode
from viva._harness import HarnessError
from viva._kept import BUILTINS
from viva._recorder import Recorder

__builtins__ = BUILTINS

_exit = os._exit
# As in the warm interpreter: many threads of the usual 8 MiB would not fit into a step's address space.
_STACK_BYTES = 2 << 20


def main(request_descriptor: int, frames_descriptor: int) -> None:
    """Does one step and ends the process; never returns. Exit handlers of the answer do not run."""
    try:
        _run(request_descriptor, frames_descriptor)
    except BaseException:
        _exit(1)
    _exit(0)


def _run(request_descriptor: int, frames_descriptor: int) -> None:
    with open(request_descriptor, "rb") as source:
        request = decode(source.read())
    sys.argv = [""]
    os.environ.clear()
    threading.stack_size(_STACK_BYTES)
    sys.path.extend(request.get("path", []))
    recorder = Recorder(frames_descriptor, request["token"])
    step = runner.Step(request["name"], request["action"], request["seed"], request["arguments"])
    try:
        is_oracle = step.action in runner.ORACLE_ACTIONS
        sources = runner.parse(is_oracle, request["harness"], request["inputs"])
    except HarnessError as error:
        recorder.raised(error, None, 0, 0, "", "harness")
        recorder.end()
    else:
        ready = runner.make_ready(sources, request["answer"], step, request.get("modules"))
        runner.run(recorder, ready)
