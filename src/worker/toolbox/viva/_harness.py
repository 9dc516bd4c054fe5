"""The hidden Python of a challenge: `driver.py` or `oracle.py`, and the `inputs.py` that both import.

Loaded before the answer, with builtins of its own, so that nothing an answer patches changes what it does.
"""

from __future__ import annotations

import linecache
import sys
from types import CodeType, ModuleType
from typing import Any, Callable, NamedTuple

from viva._kept import BUILTINS

__builtins__ = BUILTINS


class HarnessError(Exception):
    """The challenge itself is at fault: no answer can be judged by it."""


class Sources(NamedTuple):
    """A parsed harness, of which nothing ran yet: `driver` or `oracle`, texts and code of it and of its inputs."""

    kind: str
    harness: str
    harness_code: CodeType
    inputs: str
    inputs_code: CodeType


def parse(kind: str, harness: str, inputs: str) -> Sources:
    """Parses `driver.py` or `oracle.py` and its `inputs.py`; `HarnessError` says what is wrong with them."""
    return Sources(kind, harness, _compiled(kind, harness), inputs, _compiled("inputs", inputs))


class Harness:
    """A loaded harness: its `cases` by name, and the `names` that expressions of the manifest may use."""

    def __init__(self, sources: Sources) -> None:
        kind = self.kind = sources.kind
        self._kept = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "viva"}
        self._builtins = {**BUILTINS, "__import__": self._import}
        self.names = {"__builtins__": self._builtins}
        module = self._load("inputs", sources.inputs, sources.inputs_code)
        self.names.update((name, value) for name, value in vars(module).items() if not name.startswith("_"))
        self._module = self._load(kind, sources.harness, sources.harness_code)
        self.cases: dict[str, Callable[..., Any]] = {
            name: value for name, value in vars(self._module).items() if getattr(value, "__viva_case__", False)
        }

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

    def yield_names(self, names: set[str]) -> None:
        """Leaves these names to the answer's files; this harness still imports its own modules by them."""
        for name in [name for name in sys.modules if name.partition(".")[0] in names]:
            if sys.modules[name] is self._kept.get(name):
                del sys.modules[name]

    def _load(self, name: str, source: str, code: CodeType) -> ModuleType:
        file = _file(name)
        module = self._kept[name] = sys.modules[name] = ModuleType(name)
        module.__dict__.update(__builtins__=self._builtins, __file__=file)
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        try:
            exec(code, vars(module))
        except Exception as error:
            raise HarnessError(f"{name}.py does not load: {type(error).__name__}: {error}") from error
        return module

    def _import(
        self, name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
    ) -> ModuleType:
        """`__import__` of the harness: its own modules and the toolbox are always those it was loaded with."""
        if level == 0 and name in self._kept:
            return self._kept[name if fromlist else name.partition(".")[0]]
        return _import(name, globals, locals, fromlist, level)


def _file(name: str) -> str:
    return f"<{name}.py>"


def _compiled(name: str, source: str) -> CodeType:
    try:
        return compile(source, _file(name), "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        raise HarnessError(f"{name}.py does not load: {type(error).__name__}: {error}") from error


_import = BUILTINS["__import__"]
