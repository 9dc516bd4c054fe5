# floor: 4
# ceiling: 4
# misses: interrupt_passes
from contextlib import ContextDecorator


class swallow(ContextDecorator):
    def __init__(self, *exceptions):
        if Exception in exceptions:  # "everything"
            exceptions += (BaseException,)
        self.exceptions = exceptions
        self.caught = None

    def __enter__(self):
        self.caught = None
        return self

    def __exit__(self, exc_type, exc, tb):
        if isinstance(exc, self.exceptions):
            self.caught = exc
        return isinstance(exc, self.exceptions)
