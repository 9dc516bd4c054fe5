# floor: 2
# ceiling: 2
# misses: counts_down, start_one, nested_loops, length, start_zero, again_after_a_break, goes_in_reverse, membership, refuses_negative, iterators_independent
# misconceptions: zero_counts
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return iter(range(self.start, -1, -1))
