"""The recorder of cold runs: writes the frames of `src/wire/frame.rs` to a descriptor, in Python.

It is bound before the answer loads. The host checks every byte, since the answer shares the process.
"""

from __future__ import annotations

import os
import struct
from threading import Lock
from typing import Any

from viva._codec import decode, encode
from viva._kept import BUILTINS

__builtins__ = BUILTINS

_write = os.write


class Recorder:
    """Writes what a step sees to `descriptor`, each frame with the step's `token` of 16 bytes."""

    def __init__(self, descriptor: int, token: bytes) -> None:
        self._descriptor = descriptor
        self._token = token
        self._lock = Lock()

    def record(self, name: str, value: Any) -> None:
        """A driver recorded a value."""
        self._frame(b"R", _tuple(encode(name), encode(value)))

    def loaded(self, names: list[tuple[str, str]]) -> None:
        """The answer loaded and defines these names."""
        self._frame(b"L", encode(names))

    def raised(
        self, error: BaseException, file: str | None, line: int, column: int, text: str, phase: str
    ) -> None:
        """An exception left the step."""
        self._frame(b"X", _tuple(*map(encode, (error, file, line, column, text, phase))))

    def turned(self, case: str) -> None:
        """What follows is about this case."""
        self._frame(b"C", encode(case))

    def expected(self, label: str, operation: str, seen: Any, argument: Any, extra: Any) -> None:
        """An oracle expects something of a seen value."""
        self._frame(
            b"K", _tuple(*(encode(part, seen=True) for part in (label, operation, seen, argument, extra)))
        )

    def end(self) -> None:
        """The step ran to its end."""
        self._frame(b"E", encode(None))

    @staticmethod
    def decode(data: bytes) -> Any:
        """The value of bytes in the codec."""
        return decode(data)

    def _frame(self, kind: bytes, value: bytes) -> None:
        rest = self._token + kind + value
        data = memoryview(struct.pack("<I", len(rest)) + rest)
        with self._lock:
            while data:
                data = data[_write(self._descriptor, data) :]


def _tuple(*parts: bytes) -> bytes:
    """A tuple of encoded values: each is bounded by itself, as the warm recorder does it."""
    return b"t" + struct.pack("<I", len(parts)) + b"".join(parts)
