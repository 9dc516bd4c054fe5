# floor: 4
# ceiling: 5
def count_equal(values, target):
    count = 0
    for value in values:
        if value == target:
            count = count + 1
    return count


def count_missing(values):
    count = 0
    for value in values:
        if value is not None:
            continue
        count = count + 1
    return count
