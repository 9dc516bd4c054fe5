# floor: 3
# ceiling: 3
# misses: true_only_when_due
from contextlib import ContextDecorator


class swallow(ContextDecorator):
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        self.caught = None
        if exc is not None:
            if not isinstance(exc, self.exceptions):
                raise exc
            self.caught = exc
        return True
