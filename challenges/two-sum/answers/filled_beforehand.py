# floor: 4
# ceiling: 4
# misses: smallest_j
def two_sum(numbers, target):
    last = {number: place for place, number in enumerate(numbers)}
    for i, number in enumerate(numbers):
        j = last.get(target - number, i)
        if j != i:
            return min(i, j), max(i, j)
    return None
