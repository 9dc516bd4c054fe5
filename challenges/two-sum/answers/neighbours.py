# floor: 2
# ceiling: 2
# misses: far_apart, none_when_none, tuple_in_order, no_element_twice, duplicates, negatives, zero, smallest_i, smallest_j
def two_sum(numbers, target):
    for i in range(len(numbers) - 1):
        if numbers[i] + numbers[i + 1] == target:
            return i, i + 1
    return None
