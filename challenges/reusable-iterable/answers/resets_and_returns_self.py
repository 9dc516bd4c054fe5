# floor: 3
# ceiling: 3
# misses: nested_loops, goes_in_reverse, refuses_negative, iterators_independent, fresh_iterator
# misconceptions: iterable_is_its_iterator
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        self.current = self.start
        return self

    def __next__(self):
        if self.current <= 0:
            raise StopIteration
        value = self.current
        self.current -= 1
        return value

    def __len__(self):
        return self.start
