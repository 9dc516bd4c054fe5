# floor: 1
# ceiling: 1
# misses: first_two, far_apart, none_when_none, tuple_in_order, no_element_twice, duplicates, negatives, zero,
# linear, smallest_j, smallest_i
def two_sum(numbers, target):
    for number in numbers:
        if target - number in numbers:
            return number, target - number
    return -1
