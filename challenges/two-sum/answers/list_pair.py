# floor: 2
# ceiling: 2
# misses: tuple_in_order
def two_sum(numbers, target):
    first = {}
    for place, number in enumerate(numbers):
        if target - number in first:
            return [first[target - number], place]
        first.setdefault(number, place)
