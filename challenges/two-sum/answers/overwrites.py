# floor: 4
# ceiling: 4
# misses: smallest_i
# misconceptions: last_index_wins
def two_sum(numbers, target):
    seen = {}
    for index, value in enumerate(numbers):
        rest = target - value
        if rest in seen:
            return (seen[rest], index)
        seen[value] = index
    return None
