# floor: 5
# ceiling: 5
class CountdownIterator:
    """Keeps the place of one loop."""

    def __init__(self, current):
        self.current = current

    def __iter__(self):
        return self

    def __next__(self):
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


class Countdown:
    """Keeps no place at all."""

    def __init__(self, start):
        if not start >= 0:
            raise ValueError(start)
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)

    def __len__(self):
        return self.start

    def __contains__(self, number):
        return 0 < number <= self.start

    def __reversed__(self):
        return iter(sorted(self))
