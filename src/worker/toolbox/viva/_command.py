"""A program of a project, run as `python -m` would run it, within the process of the case.

Everything it needs of the standard library is bound before an answer loads.
"""

from __future__ import annotations

import io
import os
import stat
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, Union

from viva._kept import BUILTINS
from viva._loader import own_files
from viva._project import WORK, Project

__builtins__ = BUILTINS

Text = Union[str, bytes]

# What is read back of all that a program wrote.
_OUTPUT_BYTES_MAX = 4 << 20
_FILES_MAX = 256
_FILE_BYTES_MAX = 4 << 20

_all_threads = threading.enumerate
_print_exception = traceback.print_exception
_open, _close, _dup, _dup2, _fstat, _lstat = os.open, os.close, os.dup, os.dup2, os.fstat, os.lstat
_makedirs, _scandir, _chdir, _unlink, _pread = os.makedirs, os.scandir, os.chdir, os.unlink, os.pread
_TextIOWrapper = io.TextIOWrapper
_flush = io.TextIOWrapper.flush


class Ran:
    """How a program ended: its code, what it wrote, and the files that it made or changed.

    `error` is the exception that ended it, or None.
    """

    __slots__ = ("error", "exit", "stderr", "stdout", "written")

    def __init__(self) -> None:
        self.exit = 0
        self.stdout = self.stderr = ""
        self.written: dict[str, Text] = {}
        self.error: BaseException | None = None


def command(
    answer: Any,
    *arguments: str,
    stdin: Text | Iterable[Text] = "",
    files: dict[str, Text] | None = None,
) -> Ran:
    """Runs `python *arguments` with a project's files, in the folder of programs, and says how it ended.

    The arguments open with `-m` and a module. `stdin` is a text, bytes, or an iterable of lines that are
    taken as they are read. `files` are put into the folder before.
    """
    if not isinstance(answer, Project) or len(arguments) < 2 or arguments[0] != "-m":
        raise TypeError("command runs `-m` and a module of a project")
    _makedirs(WORK, exist_ok=True)
    _chdir(WORK)
    for name, content in (files or {}).items():
        _put(name, content)
    before, threads = _states(), set(_all_threads())
    ran = Ran()
    with _Streams(stdin) as streams:
        _run(answer, arguments[1], list(arguments[2:]), ran)
        _join_threads(threads)
    ran.stdout, ran.stderr = streams.texts
    _chdir(WORK)
    ran.written = _written(before)
    return ran


def _run(answer: Project, name: str, arguments: list[str], ran: Ran) -> None:
    try:
        spec, code = answer._files.program(name)
    except SystemExit as error:  # its package ended it while it was imported
        ran.error, ran.exit = error, _exit_code(error.code)
        return
    main = ModuleType("__main__")
    main.__spec__, main.__loader__, main.__file__ = spec, spec.loader, spec.origin
    main.__package__ = spec.parent
    kept = sys.modules.get("__main__"), sys.argv
    sys.modules["__main__"], sys.argv = main, [spec.origin, *arguments]
    try:
        exec(code, vars(main))
    except SystemExit as error:
        ran.error, ran.exit = error, _exit_code(error.code)
    except KeyboardInterrupt as error:
        ran.error, ran.exit = error, 130
    except BaseException as error:
        ran.error, ran.exit = error, 1
        _tell(error)
    finally:
        sys.argv = kept[1]
        # The module stays: threads and exit handlers of the program may still use its names.
        if kept[0] is not None:
            sys.modules["__main__"] = kept[0]


def _exit_code(code: Any) -> int:
    """The code of `sys.exit(code)` as the system has it; a text goes to standard error."""
    if code is None:
        return 0
    if isinstance(code, int):
        return int(code) & 0xFF
    try:
        print(code, file=sys.stderr)
    except Exception:  # what is printed is the program's own, and so is its failure
        return 1
    return 1


def _tell(error: BaseException) -> None:
    """The traceback, from the program's own first line on."""
    step = error.__traceback__
    while step is not None and step.tb_frame.f_code.co_filename not in own_files:
        step = step.tb_next
    try:
        _print_exception(type(error), error, step or error.__traceback__, file=sys.stderr)
    except Exception:  # an exception whose text cannot be had
        return


def _join_threads(before: set[threading.Thread]) -> None:
    """A program ends when its threads do, daemons aside."""
    for thread in _all_threads():
        if thread not in before and not thread.daemon:
            thread.join()


class _Streams:
    """Standard streams of a program, as descriptors and as `sys` has them; `texts` afterwards."""

    texts = ("", "")

    def __init__(self, stdin: Text | Iterable[Text]) -> None:
        self._stdin = stdin

    def __enter__(self) -> _Streams:
        self._kept = sys.stdin, sys.stdout, sys.stderr
        for stream in self._kept[1:]:
            stream.flush()
        self._copies = [_dup(number) for number in range(3)]
        self._files = [_nameless() for _ in range(3)]
        whole = isinstance(self._stdin, (str, bytes))
        if whole:
            with io.FileIO(self._files[0], "w", closefd=False) as raw, io.BufferedWriter(raw) as writer:
                writer.write(_bytes(self._stdin))
            os.lseek(self._files[0], 0, os.SEEK_SET)
        for number, file in enumerate(self._files):
            _dup2(file, number)
        sys.stdin = open(0, encoding="utf-8", closefd=False) if whole else _lines(iter(self._stdin))
        sys.stdout = self._stdout = open(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = self._stderr = open(
            2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False
        )
        self._inner = sys.stdin
        return self

    def __exit__(self, *_: object) -> None:
        for stream in (self._stdout, self._stderr):
            try:
                _flush(stream)
            except (OSError, ValueError, RuntimeError):
                continue  # closed by the program, or its device is full
        sys.stdin, sys.stdout, sys.stderr = self._kept
        texts = []
        for number, (copy, file) in enumerate(zip(self._copies, self._files)):
            _dup2(copy, number)
            _close(copy)
            if number:
                texts.append(_read(file, _OUTPUT_BYTES_MAX).decode("utf-8", "backslashreplace"))
            _close(file)
        self.texts = (texts[0], texts[1])


def _nameless() -> int:
    """A file that lies in no folder."""
    path = "/tmp/.stream"
    descriptor = _open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    _unlink(path)
    return descriptor


def _read(descriptor: int, most: int) -> bytes:
    # A buffer of just the right size: what is allocated here counts as the program's where it is measured.
    return _pread(descriptor, min(_fstat(descriptor).st_size, most), 0)


class _Raw(io.RawIOBase):
    """Bytes from an iterator of lines: each read takes one, so that it shows how far a program read."""

    def __init__(self, lines: Iterator[Text]) -> None:
        self._lines = lines
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            line = next(self._lines, None)
            if line is None:
                return 0
            self._rest = _bytes(line)
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def _lines(lines: Iterator[Text]) -> io.TextIOWrapper:
    return _TextIOWrapper(io.BufferedReader(_Raw(lines)), encoding="utf-8")


def _bytes(text: Text) -> bytes:
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text


def _put(name: str, content: Text) -> None:
    path = f"{WORK}/{name}"
    _makedirs(path.rpartition("/")[0], exist_ok=True)
    with open(path, "wb") as file:
        file.write(_bytes(content))


def _paths(folder: str = WORK, prefix: str = "", depth: int = 8) -> list[str]:
    """Files in the folder of programs, in order; no link is followed."""
    found: list[str] = []
    for entry in sorted(_scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            if depth and entry.name != "__pycache__":
                found += _paths(entry.path, f"{prefix}{entry.name}/", depth - 1)
        else:
            found.append(prefix + entry.name)
    return found


def _states() -> dict[str, tuple[int, ...]]:
    def state(path: str) -> tuple[int, ...]:
        facts = _lstat(f"{WORK}/{path}")
        return facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns

    return {path: state(path) for path in _paths()}


def _written(before: dict[str, tuple[int, ...]]) -> dict[str, Text]:
    """The files that are new or changed; what is no file, or too large, is named for what it is."""
    after = _states()
    changed = [path for path, state in after.items() if before.get(path) != state][:_FILES_MAX]
    return {path: _content(f"{WORK}/{path}") for path in changed}


def _content(path: str) -> Text:
    facts = _lstat(path)
    if not stat.S_ISREG(facts.st_mode):
        return b"<no regular file>"
    if facts.st_size > _FILE_BYTES_MAX:
        return b"<too large>"
    try:
        descriptor = _open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return b"<unreadable>"
    try:
        content = _read(descriptor, _FILE_BYTES_MAX)
    finally:
        _close(descriptor)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content
