# floor: 5
# ceiling: 5
from __future__ import annotations

import functools
import threading
from collections.abc import Callable


def count_calls(func: Callable) -> Callable:
    """Count the calls of a function in its attribute `calls`."""
    lock = threading.Lock()

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        with lock:
            wrapper.calls += 1
        return func(*args, **kwargs)

    wrapper.calls = 0
    return wrapper
