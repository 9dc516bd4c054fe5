# floor: 5
# ceiling: 5
from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import TypeVar

Function = TypeVar("Function", bound=Callable)


def retry(max_attempts: int = 3, delay: float = 1) -> Callable[[Function], Function]:
    """Call the decorated function up to `max_attempts` times, with `delay` seconds between two attempts.

    Only Exception is retried. When all attempts fail, the last error is raised as it is.
    """
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts!r}")

    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for _ in range(max_attempts - 1):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    time.sleep(delay)
            return func(*args, **kwargs)

        return wrapper

    return decorator
