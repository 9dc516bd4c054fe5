# floor: 1
# ceiling: 1
# misses: first_call, counts_on, independent, start_honoured, reset_goes_back,
# reset_returns_nothing, reset_one_only
# misconceptions: yields_the_start
from itertools import count


def make_counter(start=0):
    counter = count(start)
    return lambda: next(counter)
