# floor: 1
# ceiling: 1
# misses: swallows_named, swallows_each_named, others_pass, caught, subclasses, nothing_raised, no_kinds, reusable, reentrant,
#         interrupt_passes, interrupt_when_named, decorates, decorator_lets_others_pass
class swallow:
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        try:
            pass
        except self.exceptions as e:
            self.caught = e
