# floor: 4
# ceiling: 5
class Appender:
    """A callable that makes a list when it is given none."""

    def __init__(self, make=list):
        self.make = make

    def __call__(self, item, target=None):
        if target is not None:
            target += [item]
            return target
        fresh = self.make()
        fresh.append(item)
        return fresh


append_to = Appender()
