# floor: 3
# ceiling: 3
# misses: duplicates, zero
# misconceptions: equal_numbers_are_one
def two_sum(numbers, target):
    first = {}
    for place, number in enumerate(numbers):
        first.setdefault(number, place)
    for place, number in enumerate(numbers):
        other = first.get(target - number)
        if other is not None and other < place and numbers[other] != number:
            return other, place
    return None
