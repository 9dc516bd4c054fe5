# floor: 2
# ceiling: 2
# misses: twice_in_a_row, nested_loops, length, again_after_a_break, goes_in_reverse, membership, refuses_negative, iterators_independent, fresh_iterator
# misconceptions: iterable_is_its_iterator, used_up
class Countdown:
    def __init__(self, start):
        self.current = start + 1

    def __iter__(self):
        return self

    def __next__(self):
        self.current -= 1
        if self.current < 1:
            raise StopIteration
        return self.current
