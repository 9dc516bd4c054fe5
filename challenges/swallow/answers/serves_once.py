# floor: 4
# ceiling: 4
# misses: reusable, reentrant, decorates, decorator_lets_others_pass
class swallow:
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None
        self.used = False

    def __enter__(self):
        if self.used:
            raise RuntimeError("swallow objects serve once")
        self.used = True
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            return False
        if issubclass(exc_type, self.exceptions):
            self.caught = exc
            return True
        return False
