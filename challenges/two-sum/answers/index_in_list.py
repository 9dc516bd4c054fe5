# floor: 4
# ceiling: 4
# misses: linear
# misconceptions: two_loops_are_fast_enough
def two_sum(numbers, target):
    before = []
    for j, number in enumerate(numbers):
        if target - number in before:
            return before.index(target - number), j
        before.append(number)
