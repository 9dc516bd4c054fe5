# floor: 2
# ceiling: 2
# misses: equal_takes_any_iterable, missing_takes_any_iterable
def count_equal(values, target):
    count = 0
    for i in range(len(values)):
        if values[i] == target:
            count += 1
    return count


def count_missing(values):
    return len(values) - len([v for v in values if v is not None])
