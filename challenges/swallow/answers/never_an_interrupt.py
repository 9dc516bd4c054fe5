# floor: 4
# ceiling: 4
# misses: interrupt_when_named
from contextlib import ContextDecorator


class swallow(ContextDecorator):
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def __enter__(self):
        self.caught = None
        return self

    def __exit__(self, exc_type, exc, tb):
        if isinstance(exc, Exception) and isinstance(exc, self.exceptions):
            self.caught = exc
            return True
        return False
