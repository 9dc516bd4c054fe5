"""Builtins and the toolbox's own modules as they were before any answer was loaded.

A module that assigns `__builtins__ = BUILTINS` above its functions gives them this copy to look names up in.
What an answer does to the real `builtins` module then never reaches them.

What is here is made once, in the warm interpreter. A step that would make it again touches hundreds of
pages of memory that it shares with all others, and the kernel would copy every one of them.
"""

from __future__ import annotations

import builtins
import sys
from importlib import import_module
from types import ModuleType

BUILTINS: dict[str, object] = dict(vars(builtins))

# What a harness has for builtins; it puts an import of its own into them.
HARNESS_BUILTINS: dict[str, object] = dict(BUILTINS)

# The toolbox by the names of its modules.
TOOLBOX: dict[str, ModuleType] = {}


def keep_toolbox() -> None:
    """Loads what a harness can import of the toolbox, and keeps all that is loaded of it by then."""
    for name in ("viva.driver", "viva.oracle"):
        import_module(name)
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "viva":
            TOOLBOX[name] = module
