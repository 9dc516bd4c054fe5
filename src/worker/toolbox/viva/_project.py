"""Loading a project: its modules are imported by their names, or run as programs, and lie on disk as well.

An answer of one `answer.py` is `_loader.py`'s. The code of a project comes from memory, as there; the files
are written too, so that a package finds what it carries: `Path(__file__)`, `importlib.resources`, `pkgutil`.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType, SimpleNamespace
from typing import Any

from viva._kept import BUILTINS
from viva._loader import Answer, AnswerFiles, NotDefined

__builtins__ = BUILTINS

# Where a project lies in a box, and the folder in which its programs are started.
FOLDER = "/tmp/project"
WORK = "/tmp/work"

_import_module = importlib.import_module


class Project(Answer):
    """A project as a driver holds it: its modules as attributes, imported when they are first asked for."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        files = self._files
        if name not in files.found():
            raise NotDefined(f"the answer has no module {name}; it has {', '.join(files.found()) or 'none'}")
        return _import_module(name)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("set it on one of the modules")

    def __dir__(self) -> list[str]:
        return self._files.importable()


class ProjectFiles(AnswerFiles):
    """The files of a project. `modules` are the names it is asked for, and whether each is only run."""

    def __init__(self, files: dict[str, str | bytes], modules: dict[str, bool], folder: str = FOLDER) -> None:
        super().__init__(files)
        self._modules = modules
        self._folder = folder

    def found(self) -> list[str]:
        """The modules at its top, those that were asked for first."""
        tops = {path.partition("/")[0] for path in self.paths() if path.endswith(".py")}
        names = {top[:-3] if top.endswith(".py") else top for top in tops}
        asked = [name for name in self._modules if name in names]
        return asked + sorted(name for name in names if name not in asked and name.isidentifier())

    def importable(self) -> list[str]:
        """The modules that are asked for and there, programs aside."""
        return [name for name in self.found() if self._modules.get(name) is False]

    def load(self) -> Project:
        """Writes the files, imports what is asked for, and only parses what is a program."""
        self._write()
        # Submodules come first here: a package's own folder would else be searched for them on disk.
        sys.meta_path.insert(0, _Submodules(self))
        sys.meta_path.append(self)
        found = self.found()
        for name, is_command in self._modules.items():
            if name not in found:
                continue
            if is_command:
                for file in (f"{name}.py", f"{name}/__init__.py", f"{name}/__main__.py"):
                    if file in self.paths():
                        self.code_of(file)
            else:
                _import_module(name)
        return Project(ModuleType("project"), self)

    def _write(self) -> None:
        for path in self.paths():
            file = f"{self._folder}/{path}"
            os.makedirs(os.path.dirname(file), exist_ok=True)
            source = self.text(path)
            with open(file, "wb") as target:
                target.write(source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass"))
        os.makedirs(WORK, exist_ok=True)
        os.chdir(WORK)

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Finds a module among the files, for the import system; where it says it lies there is a file."""
        stem = name.replace(".", "/")
        for file, is_package in ((f"{stem}.py", False), (f"{stem}/__init__.py", True)):
            if file in self.paths():
                return self._spec(name, file, f"{self._folder}/{stem}" if is_package else None)
        if any(each.startswith(f"{stem}/") and each.endswith(".py") for each in self.paths()):
            return self._spec(name, None, f"{self._folder}/{stem}")
        return None

    def _spec(self, name: str, file: str | None, folder: str | None) -> ModuleSpec:
        origin = f"{self._folder}/{file}" if file else None
        spec = ModuleSpec(name, self, origin=origin, loader_state=file, is_package=folder is not None)
        if folder is not None:
            spec.submodule_search_locations.append(folder)
        spec.has_location = file is not None
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Runs a module's file in it; a folder without `__init__.py` is an empty package."""
        file = module.__spec__.loader_state
        if file is not None:
            exec(self.code_of(file), vars(module))

    def program(self, name: str) -> tuple[ModuleSpec, CodeType]:
        """What `python -m NAME` runs: a package's `__main__.py`, or the module itself."""
        spec = importlib.util.find_spec(name) if name.partition(".")[0] in self.found() else None
        if spec is None or spec.loader is not self:
            raise NotDefined(f"the answer has no module {name}; it has {', '.join(self.found()) or 'none'}")
        if spec.submodule_search_locations is not None:
            _import_module(name)
            spec = self.find_spec(f"{name}.__main__")
            if spec is None:
                raise NotDefined(
                    f"{name} is a package without a __main__.py, so it cannot be run by its name"
                )
        return spec, self.code_of(spec.loader_state)

    # What else the standard library asks a loader for.

    def get_code(self, name: str) -> CodeType | None:
        """The code of a module."""
        file = self._file(name)
        return None if file is None else self.code_of(file)

    def get_source(self, name: str) -> str | None:
        """The text of a module."""
        file = self._file(name)
        return None if file is None else "".join(self._lines[file])

    def is_package(self, name: str) -> bool:
        """Whether a module is a package."""
        return f"{name.replace('.', '/')}/__init__.py" in self.paths()

    def get_data(self, path: str) -> bytes:
        """The bytes of a file beside a module, by its whole path."""
        with open(path, "rb") as file:
            return file.read()

    def get_filename(self, name: str) -> str:
        """Where a module lies."""
        file = self._file(name)
        if file is None:
            raise ImportError(f"{name} has no file", name=name)
        return f"{self._folder}/{file}"

    def _file(self, name: str) -> str | None:
        stem = name.replace(".", "/")
        files = [file for file in (f"{stem}.py", f"{stem}/__init__.py") if file in self.paths()]
        return files[0] if files else None

    if sys.version_info >= (3, 10):

        def get_resource_reader(self, name: str) -> Any:
            """What `importlib.resources` reads a package's data by."""
            from importlib.readers import FileReader

            return FileReader(SimpleNamespace(path=f"{self._folder}/{name.replace('.', '/')}/__init__.py"))


class _Submodules:
    """Finds modules within the project's own packages, and nothing else."""

    def __init__(self, files: ProjectFiles) -> None:
        self._files = files

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        root, _, inner = name.partition(".")
        package = sys.modules.get(root)
        spec = getattr(package, "__spec__", None)
        if not inner or spec is None or spec.loader is not self._files:
            return None
        return self._files.find_spec(name)
