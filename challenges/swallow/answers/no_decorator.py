# floor: 4
# ceiling: 4
# misses: decorates, decorator_lets_others_pass
class swallow:
    caught = None

    def __init__(self, *exceptions):
        self.exceptions = exceptions

    def __enter__(self):
        self.caught = None
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type is not None and issubclass(exc_type, self.exceptions):
            self.caught = exc
            return True
        return False
