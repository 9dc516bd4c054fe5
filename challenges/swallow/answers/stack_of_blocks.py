# floor: 5
# ceiling: 5
"""Each block gets a generator of its own, and a stack remembers them."""

from contextlib import contextmanager
from functools import wraps


class swallow:
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None
        self._open = []

    @contextmanager
    def _block(self):
        self.caught = None
        try:
            yield self
        except self.exceptions as error:
            self.caught = error

    def __enter__(self):
        block = self._block()
        self._open.append(block)
        return block.__enter__()

    def __exit__(self, *details):
        return self._open.pop().__exit__(*details)

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwargs):
            with self._block():
                return func(*args, **kwargs)

        return inner
