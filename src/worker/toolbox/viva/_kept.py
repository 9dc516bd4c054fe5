"""Builtins as they were before any answer was loaded.

A module that assigns `__builtins__ = BUILTINS` above its functions gives them this copy to look names up in.
What an answer does to the real `builtins` module then never reaches them.
"""

from __future__ import annotations

import builtins

BUILTINS: dict[str, object] = dict(vars(builtins))
