# floor: 2
# ceiling: 2
# misses: falsy_is_not_missing, is_none, array_like_equality
# misconceptions: falsy_is_missing
def count_equal(values, target):
    return sum(value == target for value in values)


def count_missing(values):
    return sum(not value for value in values)
