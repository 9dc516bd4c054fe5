# floor: 4
# ceiling: 4
# misses: nan_equals_nothing
# misconceptions: count_is_pure_equality
def count_equal(values, target):
    return list(values).count(target)


def count_missing(values):
    return sum(value is None for value in values)
