# floor: 2
# ceiling: 2
# misses: first_two, tuple_in_order, duplicates, zero, smallest_i
def two_sum(numbers, target):
    seen = {}
    for j, number in enumerate(numbers):
        i = seen.get(target - number)
        if i:
            return i, j
        seen.setdefault(number, j)
    return None
