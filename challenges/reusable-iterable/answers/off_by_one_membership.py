# floor: 4
# ceiling: 4
# misses: membership
class Countdown:
    def __init__(self, start):
        if start < 0:
            raise ValueError("start < 0")
        self.start = start

    def __len__(self):
        return self.start

    def __contains__(self, number):
        return number in range(self.start)

    def __iter__(self):
        yield from range(self.start, 0, -1)

    def __reversed__(self):
        yield from range(1, self.start + 1)
