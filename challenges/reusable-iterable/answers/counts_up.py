# floor: 2
# ceiling: 2
# misses: counts_down, nested_loops, start_zero, again_after_a_break, goes_in_reverse, refuses_negative, iterators_independent
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        n = 1
        while n <= self.start:
            yield n
            n += 1

    def __len__(self):
        return self.start
