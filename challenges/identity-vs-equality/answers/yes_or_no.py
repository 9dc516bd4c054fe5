# floor: 1
# ceiling: 1
# misses: counts_equal, counts_distinct_objects, counts_across_types, counts_none, falsy_is_not_missing, equal_takes_any_iterable, missing_takes_any_iterable, lying_equality, is_none, raising_equality, array_like_equality, nan_equals_nothing
def count_equal(values, target):
    return target in values


def count_missing(values):
    return None in values
