# floor: 3
# ceiling: 3
# misses: negatives, zero
def two_sum(numbers, target):
    first = {}
    for place, number in enumerate(numbers):
        if not 0 < number <= target:
            continue
        if target - number in first:
            return first[target - number], place
        first.setdefault(number, place)
    return None
