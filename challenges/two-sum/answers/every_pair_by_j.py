# floor: 4
# ceiling: 4
# misses: linear
# misconceptions: two_loops_are_fast_enough
def two_sum(numbers, target):
    for j in range(len(numbers)):
        for i in range(j):
            if numbers[i] + numbers[j] == target:
                return (i, j)
    return None
