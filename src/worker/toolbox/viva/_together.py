"""Steps of one run that share a process, each on a fresh harness and a fresh answer.

Only warm runs do it. Every step that ends as it should is followed by END; the host runs the others
again, each in a process of its own, and every case that comes out as anything but met.
Must not know what a step does.
"""

from __future__ import annotations

import io
from typing import Any

from viva import _clock
from viva._harness import Sources
from viva._kept import BUILTINS
from viva._left import Before
from viva._loader import AnswerFiles
from viva.runner import Run, Step, do, flush_quietly, standard_streams

__builtins__ = BUILTINS

_write = io.FileIO.write


class _Counted(io.FileIO):
    """A raw stream that counts the writes to all of its kind."""

    writes = 0

    def write(self, data: Any) -> int | None:
        _Counted.writes += 1
        return _write(self, data)


def run(recorder: Any, sources: Sources, answer: dict[str, str | bytes], steps: list[Step]) -> None:
    """Runs the steps, then ends the process: early, behind one that raised, printed, or left something."""
    _clock.install()
    before, codes = Before(recorder), {}
    for step in steps:
        streams = standard_streams(_Counted)
        run = Run(recorder, AnswerFiles(answer, codes), step)
        did = do(run, sources)
        for stream in streams:
            flush_quietly(stream)
        if not did or _Counted.writes:
            break
        recorder.next()
        run.unload()
        if not before.is_now():
            break
    recorder.leave()
