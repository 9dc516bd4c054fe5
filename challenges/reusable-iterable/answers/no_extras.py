# floor: 4
# ceiling: 4
# misses: goes_in_reverse, refuses_negative
class Countdown:
    def __init__(self, start):
        self.start = start

    def __len__(self):
        return self.start

    def __iter__(self):
        return (n for n in range(self.start, 0, -1))
