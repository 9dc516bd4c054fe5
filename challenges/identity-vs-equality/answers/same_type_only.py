# floor: 2
# ceiling: 2
# misses: counts_across_types
def count_equal(values, target):
    return sum(type(v) is type(target) and v == target for v in values)


def count_missing(values):
    return sum(1 for v in values if v is None)
