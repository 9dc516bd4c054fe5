# floor: 4
# ceiling: 4
# misses: linear, smallest_j
# misconceptions: two_loops_are_fast_enough, smallest_i_first
from itertools import combinations


def two_sum(numbers, target):
    for (i, a), (j, b) in combinations(enumerate(numbers), 2):
        if a + b == target:
            return i, j
    return None
