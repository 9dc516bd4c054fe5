# floor: 3
# ceiling: 3
# misses: length, goes_in_reverse, refuses_negative
# misconceptions: len_from_iter
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        for i in range(self.start, 0, -1):
            yield i
