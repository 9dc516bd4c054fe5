# floor: 1
# ceiling: 1
# misses: counts_down, start_one, twice_in_a_row, nested_loops, length, start_zero, again_after_a_break, goes_in_reverse, membership, refuses_negative, iterators_independent, fresh_iterator
class Countdown:
    def __init__(self, start):
        self.start = start

    def numbers(self):
        result = []
        while self.start > 0:
            result.append(self.start)
            self.start = self.start - 1
        return result
