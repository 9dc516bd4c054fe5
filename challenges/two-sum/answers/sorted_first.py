# floor: 4
# ceiling: 5
"""Two pointers over the sorted places; every pair of values is asked for its first two places."""


def two_sum(numbers, target):
    order = sorted(range(len(numbers)), key=lambda place: (numbers[place], place))
    values = [numbers[place] for place in order]
    best = None
    low, high = 0, len(order) - 1
    while low < high:
        total = values[low] + values[high]
        if total < target:
            low += 1
        elif total > target:
            high -= 1
        else:
            if values[low] == values[high]:
                pair = (order[low], order[low + 1])
                low = high
            else:
                start = high
                while values[start - 1] == values[high]:
                    start -= 1
                pair = tuple(sorted((order[low], order[start])))
                value = values[low]
                while values[low] == value:
                    low += 1
                high = start - 1
            if best is None or pair[::-1] < best[::-1]:
                best = pair
    return best
