"""Loading an answer: its files become modules from memory, `answer.py` first.

Must not know what is done with the answer afterwards.
"""

from __future__ import annotations

import contextlib
import io
import linecache
import sys
from importlib.machinery import ModuleSpec
from importlib.util import decode_source, module_from_spec
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple

from viva._codec import is_subtype
from viva._kept import BUILTINS

__builtins__ = BUILTINS

MAIN = "answer.py"

# Names of the answer's files as its code objects have them: tools tell its own code by these.
own_files: set[str] = set()
# The code of its modules that were loaded, each with all the code inside it.
own_code: list[CodeType] = []

_NAMES_MAX = 1000
_LISTED_MAX = 20
_dict_of = type.__dict__["__dict__"].__get__
_traceback_of = BaseException.__dict__["__traceback__"].__get__


class NotDefined(AttributeError):
    """The answer lacks a name that was asked of it."""

    __module__ = "viva.driver"


class Place(NamedTuple):
    """A place in the answer's source; line and column from 1, 0 where unknown."""

    file: str | None = None
    line: int = 0
    column: int = 0
    text: str = ""


class Answer:
    """The answer as a driver holds it: its names as attributes, and `NotDefined` for those it lacks."""

    __slots__ = ("_files", "_module")

    def __init__(self, module: ModuleType, files: AnswerFiles) -> None:
        object.__setattr__(self, "_module", module)
        object.__setattr__(self, "_files", files)

    def __getattr__(self, name: str) -> Any:
        try:
            return getattr(self._module, name)
        except AttributeError:
            raise NotDefined(f"the answer does not define {name}; it defines {_listed(self)}") from None

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._module, name, value)

    def __repr__(self) -> str:
        return "<the answer>"


class AnswerFiles:
    """The answer's files by path; a finder and loader of modules that comes last, so standard modules win."""

    def __init__(self, files: dict[str, str | bytes]) -> None:
        self._sources = dict(files)
        self._lines: dict[str, list[str]] = {}
        self._main: CodeType | None = None
        self._loaded: list[str] = []
        for path, source in self._sources.items():
            # Lines as Python counts them: `splitlines` would also end one at a form feed.
            lines = self._lines[path] = io.StringIO(_text_of(source), newline=None).readlines()
            linecache.cache[path] = (len(source), None, lines, path)
        own_files.update(self._sources)

    def module_names(self) -> set[str]:
        """The top names that its files could be imported by."""
        return {path.partition("/")[0].partition(".")[0] for path in self._sources}

    def mention(self, word: str) -> bool:
        """Whether any file holds this word."""
        return any(word in line for lines in self._lines.values() for line in lines)

    def text(self, path: str) -> str | bytes:
        """The source of one of the files."""
        return self._sources[path]

    def paths(self) -> list[str]:
        """The paths of all files."""
        return list(self._sources)

    def compile(self) -> None:
        """Compiles `answer.py` ahead of its time; what it gets wrong is told when it is loaded."""
        if MAIN in self._sources:
            with contextlib.suppress(Exception):
                self._main = self._compiled(MAIN)

    def load(self) -> Answer:
        """Runs `answer.py` as the module `answer`; whatever it raises passes."""
        sys.meta_path.append(self)
        module = module_from_spec(ModuleSpec("answer", self, origin=MAIN))
        module.__file__ = MAIN
        sys.modules["answer"] = module
        self.exec_module(module)
        return Answer(module, self)

    def unload(self) -> None:
        """Takes the answer's modules back, so that the next load is a fresh one."""
        sys.meta_path[:] = [finder for finder in sys.meta_path if finder is not self]
        for name in self._loaded:
            sys.modules.pop(name, None)
        self._loaded.clear()
        own_code.clear()

    def forget(self) -> None:
        """Takes back what tells the answer's code by its files."""
        for path in self._sources:
            own_files.discard(path)
            linecache.cache.pop(path, None)

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Finds a module among the files, for the import system."""
        stem = name.replace(".", "/")
        for file, is_package in ((f"{stem}.py", False), (f"{stem}/__init__.py", True)):
            if file in self._sources:
                spec = ModuleSpec(name, self, origin=file, is_package=is_package)
                spec.has_location = True
                return spec
        if any(each.startswith(f"{stem}/") for each in self._sources):
            return ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> None:
        """Leaves the making of the module to the import system."""

    def exec_module(self, module: ModuleType) -> None:
        """Runs a module's file in it; a folder without `__init__.py` is an empty package."""
        file = module.__spec__.origin
        self._loaded.append(module.__name__)
        if file is not None:
            exec(self.code_of(file), vars(module))

    def code_of(self, file: str) -> CodeType:
        """The code of one of the files; whatever the compiler raises passes."""
        code = self._main if file == MAIN and self._main else self._compiled(file)
        own_code.extend(_with_inner(code))
        return code

    def _compiled(self, file: str) -> CodeType:
        return compile(self._sources[file], file, "exec", dont_inherit=True)

    def place_of(self, error: BaseException) -> Place:
        """Where in the answer's own files an exception came from: the innermost line that it passed."""
        parsing = type(error) in (SyntaxError, IndentationError, TabError) and type(error.filename) is str
        if parsing and error.filename in self._sources:
            return self._place(error.filename, error.lineno, error.offset)
        innermost, step = None, _traceback_of(error)
        while step is not None:
            if step.tb_frame.f_code.co_filename in self._sources:
                innermost = step
            step = step.tb_next
        if innermost is None:
            return Place()
        file = innermost.tb_frame.f_code.co_filename
        return self._place(file, innermost.tb_lineno, self._column(innermost))

    def _place(self, file: str, line: Any, column: Any) -> Place:
        line = line if type(line) is int and line > 0 else 0
        column = column if type(column) is int and column > 0 else 0
        lines = self._lines[file]
        text = lines[line - 1].rstrip("\r\n") if 0 < line <= len(lines) else ""
        return Place(file, line, column, text)

    def _column(self, step: Any) -> int:
        """The column of a traceback's step, where this Python (3.11 on) keeps it."""
        positions = getattr(step.tb_frame.f_code, "co_positions", None)
        if positions is None:
            return 0
        for index, (line, _, column, _) in enumerate(positions()):
            if index == step.tb_lasti // 2:
                return self._characters(step, line, column) + 1 if column is not None else 0
        return 0

    def _characters(self, step: Any, line: int | None, column: int) -> int:
        """A column in bytes of UTF-8 as one in characters."""
        lines = self._lines[step.tb_frame.f_code.co_filename]
        if line is None or not 0 < line <= len(lines):
            return column
        return len(lines[line - 1].encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace"))


def top_level_names(answer: Answer) -> list[tuple[str, str]]:
    """What the answer defines, in order: a name, and `function`, `class` or `value`. Imports are left out."""
    own = answer._files.module_names()
    names = []
    for name, value in list(vars(answer._module).items()):
        if type(name) is str and not (name.startswith("__") and name.endswith("__")) and _is_own(value, own):
            kind = "class" if is_subtype(type(value), type) else "function" if callable(value) else "value"
            names.append((name, kind))
    return names[:_NAMES_MAX]


def source_names(answer: Answer) -> list[str]:
    """The names that the answer defines at top level, in order; what it imports is left out."""
    return [name for name, _ in top_level_names(answer)]


def _listed(answer: Answer) -> str:
    """The names that an answer defines, as a text for people."""
    names = source_names(answer)
    rest = [f"{len(names) - _LISTED_MAX} more"] if len(names) > _LISTED_MAX else []
    return ", ".join(names[:_LISTED_MAX] + rest) or "nothing"


def _is_own(value: Any, own: set[str]) -> bool:
    """Whether a value was made by the answer's modules, as far as that can be told without asking it."""
    kind = type(value)
    if is_subtype(kind, ModuleType) or _home_of(kind) == "typing":
        return False
    if is_subtype(kind, type):
        home = _home_of(value)
    elif kind in (FunctionType, BuiltinFunctionType):
        home = value.__module__
    else:
        return True
    return type(home) is str and home.partition(".")[0] in own


def _home_of(cls: type) -> object:
    """The name of the module that a class is of."""
    return _dict_of(cls).get("__module__")


def _with_inner(code: CodeType) -> list[CodeType]:
    """A code object and those of the functions and classes within it."""
    inner = [constant for constant in code.co_consts if type(constant) is CodeType]
    return [code, *(each for constant in inner for each in _with_inner(constant))]


def _text_of(source: str | bytes) -> str:
    """A file as text for showing its lines; an undecodable byte shows as a replacement character."""
    if isinstance(source, str):
        return source
    try:
        return decode_source(source)
    except (SyntaxError, UnicodeError, LookupError):
        return source.decode("utf-8", "replace")
