# floor: 5
# ceiling: 5
from __future__ import annotations

from collections.abc import Callable
from typing import Any


def compose(*functions: Callable[..., Any]) -> Callable[..., Any]:
    """Compose functions: compose(f, g)(x) == f(g(x)). Without functions, the identity."""
    for function in functions:
        if not callable(function):
            raise TypeError(f"not callable: {function!r}")
    if not functions:
        return lambda value: value
    *outer, innermost = functions

    def composed(*args: Any, **kwargs: Any) -> Any:
        value = innermost(*args, **kwargs)
        for function in reversed(outer):
            value = function(value)
        return value

    return composed
