# floor: 4
# ceiling: 5
def two_sum(numbers, target):
    seen = {}
    for j, b in enumerate(numbers):
        if target - b in seen:
            return seen[target - b], j
        seen[b] = seen.get(b, j)
