# floor: 3
# ceiling: 3
# misses: no_element_twice, duplicates, zero
# misconceptions: adds_to_itself, equal_numbers_are_one
def two_sum(numbers, target):
    first = {}
    for place, number in enumerate(numbers):
        first.setdefault(number, place)
        if target - number in first:
            return first[target - number], place
    return None
