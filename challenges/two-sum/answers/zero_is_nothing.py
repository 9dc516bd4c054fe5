# floor: 3
# ceiling: 3
# misses: zero
def two_sum(numbers, target):
    first = {}
    for place, number in enumerate(numbers):
        rest = target - number
        if number and rest and rest in first:
            return first[rest], place
        first.setdefault(number, place)
    return None
