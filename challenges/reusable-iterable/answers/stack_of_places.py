# floor: 4
# ceiling: 4
# misses: iterators_independent, fresh_iterator
class Countdown:
    """A stack of places: right for loops that are nested, wrong for those that are left or run by turns."""

    def __init__(self, start):
        if start < 0:
            raise ValueError("negative start")
        self.start = start
        self.places = []

    def __iter__(self):
        self.places.append(self.start)
        return self

    def __next__(self):
        if self.places[-1] == 0:
            self.places.pop()
            raise StopIteration
        self.places[-1] -= 1
        return self.places[-1] + 1

    def __len__(self):
        return self.start

    def __reversed__(self):
        return iter(range(1, self.start + 1))

    def __contains__(self, number):
        return 1 <= number <= self.start
