# floor: 3
# ceiling: 3
# misses: subclasses, interrupt_when_named, decorates, decorator_lets_others_pass
# misconceptions: exact_types
class swallow:
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.caught = None
        if type in self.exceptions:
            self.caught = value
            return True
        return False
