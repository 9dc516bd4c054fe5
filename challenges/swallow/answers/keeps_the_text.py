# floor: 2
# ceiling: 2
# misses: caught, subclasses, reusable, reentrant, interrupt_when_named
import contextlib


class swallow(contextlib.ContextDecorator):
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def __enter__(self):
        self.caught = None

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None or not issubclass(exc_type, self.exceptions):
            return False
        self.caught = f"{exc_type.__name__}: {exc}"
        return True
