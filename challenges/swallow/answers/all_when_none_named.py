# floor: 3
# ceiling: 3
# misses: no_kinds
# misconceptions: no_kinds_means_all
from contextlib import ContextDecorator


class swallow(ContextDecorator):
    def __init__(self, *exceptions):
        self.exceptions = exceptions or (Exception,)
        self.caught = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        self.caught = exc if isinstance(exc, self.exceptions) else None
        return self.caught is not None
