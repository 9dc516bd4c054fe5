# floor: 4
# ceiling: 4
# misses: reset_goes_back, reset_returns_nothing, reset_one_only
import itertools


def make_counter(start=0):
    return itertools.count(start + 1).__next__
