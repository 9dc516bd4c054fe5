# floor: 2
# ceiling: 2
# misses: counts_distinct_objects, counts_across_types, nan_equals_nothing
# misconceptions: is_means_equal
def count_equal(values, target):
    return sum(value is target for value in values)


def count_missing(values):
    return sum(value is None for value in values)
