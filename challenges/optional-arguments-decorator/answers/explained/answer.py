# floor: 5
# ceiling: 5
from __future__ import annotations

import functools
from collections.abc import Callable


def tag(function: Callable[..., str] | None = None, /, *, name: str = "p"):
    """Put the returned string into a tag. Use as @tag or as @tag(name="b")."""
    if function is None:
        return functools.partial(tag, name=name)
    if not callable(function):
        raise TypeError(f"tag takes a function, and the name by keyword: {function!r}")

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return f"<{name}>{function(*args, **kwargs)}</{name}>"

    return wrapper
