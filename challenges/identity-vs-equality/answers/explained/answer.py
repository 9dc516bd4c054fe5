# floor: 5
# ceiling: 5
def count_equal(values, target):
    return len([value for value in values if value == target])


def count_missing(values):
    return len([value for value in values if value is None])
