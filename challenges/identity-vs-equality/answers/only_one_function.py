# floor: 2
# ceiling: 2
# misses: counts_none, falsy_is_not_missing, missing_takes_any_iterable, lying_equality, is_none, raising_equality, array_like_equality
def count_equal(values, target):
    return sum(v == target for v in values)
