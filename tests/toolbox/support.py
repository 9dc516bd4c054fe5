"""What the tests of the toolbox share: the toolbox on the path, answers from a text, a step in a process."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import Any, NamedTuple

TOOLBOX = Path(__file__).parents[2] / "src/worker/toolbox"
sys.path.insert(0, str(TOOLBOX))

from viva import _clock, runner  # noqa: E402
from viva._codec import decode, encode  # noqa: E402
from viva._loader import Answer, AnswerFiles  # noqa: E402

_clock.install()

_COMPILED = tempfile.TemporaryDirectory()
TOKEN = b"sixteen bytes it"


def load(source: str, **others: str) -> Answer:
    """An answer loaded into this process; other files by their names without `.py`."""
    files = {"answer.py": textwrap.dedent(source)}
    files.update((f"{name}.py", textwrap.dedent(text)) for name, text in others.items())
    loader = AnswerFiles(files)
    try:
        return loader.load()
    finally:
        sys.meta_path.remove(loader)
        for name in ("answer", *others):
            sys.modules.pop(name, None)


class Outcome(NamedTuple):
    """What a step's process said and how it ended."""

    frames: list[tuple[str, Any]]
    code: int
    stdout: str
    stderr: str

    @property
    def complete(self) -> bool:
        """Whether the last frame, and no other, is END."""
        kinds = [kind for kind, _ in self.frames]
        return kinds[-1:] == ["E"] and kinds.count("E") == 1

    @property
    def records(self) -> dict[str, Any]:
        return dict(value for kind, value in self.frames if kind == "R")

    @property
    def raised(self) -> Any:
        """`(exception, file, line, column, text, phase)` of what left the step, or None."""
        return next((value for kind, value in self.frames if kind == "X"), None)

    @property
    def checks(self) -> list[Any]:
        return [value for kind, value in self.frames if kind == "K"]


def run_step(
    action: str,
    answer: str | bytes | dict[str, str | bytes] = "",
    *,
    harness: str = "",
    inputs: str = "",
    name: str = "the_case",
    seed: int = 7,
    **arguments: Any,
) -> Outcome:
    """Runs one cold step in a process of its own, as a host would."""
    files = {"answer.py": answer} if isinstance(answer, (str, bytes)) else answer
    request = {
        "token": TOKEN,
        "harness": textwrap.dedent(harness),
        "inputs": textwrap.dedent(inputs),
        "answer": {path: _dedented(text) for path, text in files.items()},
        "seed": seed,
        "name": name,
        "action": action,
        "arguments": arguments,
    }
    (request_out, request_in), (frames_out, frames_in) = os.pipe(), os.pipe()
    boot = (
        f"import sys; sys.path[0] = {str(TOOLBOX)!r}; "
        f"from viva._cold import main; main({request_out}, {frames_in})"
    )
    process = subprocess.Popen(
        [sys.executable, "-s", "-S", "-c", boot],
        # Compiled once for all steps, and away from the sources.
        env={"PYTHONHASHSEED": "0", "PYTHONPYCACHEPREFIX": _COMPILED.name},
        pass_fds=(request_out, frames_in),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(request_out)
    os.close(frames_in)
    with open(request_in, "wb") as sink:
        sink.write(encode(request))
    with open(frames_out, "rb") as source:
        data = source.read()
    stdout, stderr = process.communicate(timeout=60)
    return Outcome(
        _frames(data),
        process.returncode,
        stdout.decode("utf-8", "replace"),
        stderr.decode("utf-8", "replace"),
    )


def _dedented(text: str | bytes) -> str | bytes:
    return textwrap.dedent(text) if isinstance(text, str) else text


def _frames(data: bytes) -> list[tuple[str, Any]]:
    frames = []
    while data:
        (length,) = struct.unpack_from("<I", data)
        frame, data = data[4 : 4 + length], data[4 + length :]
        assert len(frame) == length and frame[:16] == TOKEN, "a torn or foreign frame"
        frames.append((chr(frame[16]), decode(frame[17:])))
    return frames


__all__ = ["TOKEN", "TOOLBOX", "Outcome", "decode", "encode", "load", "run_step", "runner"]
