# floor: 5
# ceiling: 5
from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import TypeVar

T = TypeVar("T")


def once(func: Callable[..., T]) -> Callable[..., T]:
    """Run `func` until it has succeeded once, then return that result for ever."""
    guard = Lock()
    results: list[T] = []

    @wraps(func)
    def wrapper(*args, **kwargs) -> T:
        with guard:
            if not results:
                results.append(func(*args, **kwargs))
            return results[0]

    return wrapper
