# floor: 2
# ceiling: 2
# misses: others_pass, no_kinds, true_only_when_due, reusable, reentrant, interrupt_passes, decorates, decorator_lets_others_pass
# misconceptions: always_true
class swallow:
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        self.caught = exc
        return True
