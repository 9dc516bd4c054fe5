# floor: 4
# ceiling: 4
# misses: reentrant
# misconceptions: state_of_one_block
from contextlib import ContextDecorator


class swallow(ContextDecorator):
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def _guard(self):
        self.caught = None
        try:
            yield
        except self.exceptions as e:
            self.caught = e

    def __enter__(self):
        self.running = self._guard()
        next(self.running)
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc is None:
            next(self.running, None)
            return False
        try:
            self.running.throw(exc)
        except StopIteration:
            return True
        except BaseException as e:
            if e is not exc:
                raise
            return False
