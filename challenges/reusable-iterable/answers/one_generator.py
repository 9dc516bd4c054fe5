# floor: 2
# ceiling: 2
# misses: twice_in_a_row, nested_loops, again_after_a_break, goes_in_reverse, membership, iterators_independent, fresh_iterator
# misconceptions: iterable_is_its_iterator, used_up
class Countdown:
    def __init__(self, start):
        if start < 0:
            raise ValueError("start")
        self.length = start
        self.numbers = (n for n in range(start, 0, -1))

    def __iter__(self):
        return self.numbers

    def __len__(self):
        return self.length
