# floor: 5
# ceiling: 5
def two_sum(numbers, target):
    first_index = {}
    for j, number in enumerate(numbers):
        i = first_index.get(target - number)
        if i is not None:
            return i, j
        first_index.setdefault(number, j)
    return None
