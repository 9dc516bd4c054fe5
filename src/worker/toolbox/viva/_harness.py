"""The hidden Python of a challenge: `driver.py` or `oracle.py`, and the `inputs.py` that both import.

Loaded before the answer, with builtins of its own, so that nothing an answer patches changes what it does.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from types import CodeType, ModuleType
from typing import Any, NamedTuple

from viva._kept import BUILTINS, HARNESS_BUILTINS, TOOLBOX

__builtins__ = BUILTINS

_FOLDER = __file__.rpartition("/viva/")[0]


class HarnessError(Exception):
    """The challenge itself is at fault: no answer can be judged by it."""


class Sources(NamedTuple):
    """A parsed harness of a `kind`, `driver` or `oracle`, of which nothing ran."""

    kind: str
    harness: CodeType
    inputs: CodeType | None


def parse(kind: str, harness: str, inputs: str) -> Sources:
    """Parses `driver.py` or `oracle.py` and its `inputs.py`; `HarnessError` says what is wrong with them."""
    return Sources(kind, _compiled(kind, harness), _compiled("inputs", inputs) if inputs else None)


def compiled(kind: str, harness: str, inputs: str) -> bytes:
    """The same for `recall` in another process of this very interpreter."""
    return marshal.dumps(tuple(parse(kind, harness, inputs)))


def recall(code: bytes) -> Sources:
    """What `compiled` gave, before anything of an answer ran in any process that could have written it."""
    return Sources(*marshal.loads(code))


class Harness:
    """A loaded harness: its `cases` by name, and the `names` that expressions of the manifest may use."""

    def __init__(self, sources: Sources) -> None:
        self.kind = sources.kind
        self._kept: dict[str, ModuleType] = {}
        self._builtins = HARNESS_BUILTINS
        self._builtins["__import__"] = self._import
        self.names: dict[str, Any] = {"__builtins__": self._builtins}
        if sources.inputs is not None:
            module = self._load("inputs", sources.inputs)
            public = {name: value for name, value in vars(module).items() if not name.startswith("_")}
            self.names.update(public)
        module = self._load(sources.kind, sources.harness)
        self.cases: dict[str, Callable[..., Any]] = {
            name: value for name, value in vars(module).items() if getattr(value, "__viva_case__", False)
        }
        self._kept.update(TOOLBOX)

    def case(self, name: str) -> Callable[..., Any]:
        """The function that a case runs."""
        try:
            return self.cases[name]
        except KeyError:
            raise HarnessError(f"{self.kind}.py has no @case named {name}") from None

    def compile(self, source: str, name: str, mode: str) -> Any:
        """Code of the manifest, ready to run."""
        try:
            return compile(source, name, mode, dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise HarnessError(f"{name} does not parse: {error}: {source}") from error

    def step_back(self, names: set[str]) -> None:
        """Leaves these names to the answer's files; this harness still imports its own modules by them."""
        sys.path[:] = [folder for folder in sys.path if folder != _FOLDER]
        for name, module in self._kept.items():
            if _root(name) in names and sys.modules.get(name) is module:
                del sys.modules[name]

    def unload(self) -> None:
        """Takes its modules back, and gives the toolbox's own their names again."""
        for name, module in self._kept.items():
            if _root(name) == "viva":
                sys.modules[name] = module
            elif sys.modules.get(name) is module:
                del sys.modules[name]

    def _load(self, name: str, code: CodeType) -> ModuleType:
        module = self._kept[name] = sys.modules[name] = ModuleType(name)
        module.__dict__.update(__builtins__=self._builtins, __file__=_file(name))
        try:
            exec(code, vars(module))
        except Exception as error:
            raise HarnessError(f"{name}.py does not load: {type(error).__name__}: {error}") from error
        return module

    def _import(
        self, name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
    ) -> ModuleType:
        """Imports for the harness: its own modules and the toolbox are always those it was loaded with."""
        if level == 0 and name in self._kept:
            return self._kept[name if fromlist else _root(name)]
        return _import(name, globals, locals, fromlist, level)


def _file(name: str) -> str:
    return f"<{name}.py>"


def _compiled(name: str, source: str) -> CodeType:
    try:
        return compile(source, _file(name), "exec", dont_inherit=True)
    except SyntaxError as error:
        raise HarnessError(f"{name}.py does not parse: {_placed(error)}") from error
    except ValueError as error:
        raise HarnessError(f"{name}.py does not parse: {error}") from error


def _placed(error: SyntaxError) -> str:
    """The line of a syntax error, with a caret under its column."""
    said = f"line {error.lineno}: {error.msg}"
    if not error.text:
        return said
    line = error.text.rstrip().expandtabs(1)
    text = line.lstrip()
    column = max((error.offset or 1) - 1 - (len(line) - len(text)), 0)
    return f"{said}\n    {text}\n    {' ' * column}^"


_import = BUILTINS["__import__"]


def _root(name: str) -> str:
    return name.partition(".")[0]
