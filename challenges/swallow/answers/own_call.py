# floor: 5
# ceiling: 5
import functools


class swallow:
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def __call__(self, function):
        @functools.wraps(function)
        def guarded(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return guarded

    def __enter__(self):
        self.caught = None
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_value is None:
            return False
        if not isinstance(exc_value, self.exceptions):
            return False
        self.caught = exc_value
        return True
