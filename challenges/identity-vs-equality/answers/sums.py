# floor: 4
# ceiling: 5
def count_equal(values, target):
    return sum(1 for v in values if v == target)


def count_missing(values):
    return sum(v is None for v in values)
