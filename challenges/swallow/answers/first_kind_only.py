# floor: 2
# ceiling: 2
# misses: swallows_each_named, caught, no_kinds, reusable, interrupt_when_named, decorates, decorator_lets_others_pass
class swallow:
    def __init__(self, *exceptions):
        self.exception = exceptions[0]
        self.caught = None

    def __enter__(self):
        self.caught = None
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type and issubclass(exc_type, self.exception):
            self.caught = exc
            return True
        return False
