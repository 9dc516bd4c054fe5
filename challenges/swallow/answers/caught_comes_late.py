# floor: 3
# ceiling: 3
# misses: nothing_raised, reusable
from contextlib import ContextDecorator


class swallow(ContextDecorator):
    def __init__(self, *exceptions):
        self.exceptions = exceptions

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type and issubclass(exc_type, self.exceptions):
            self.caught = exc
            return True
