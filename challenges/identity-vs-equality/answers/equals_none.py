# floor: 3
# ceiling: 3
# misses: lying_equality, is_none, raising_equality, array_like_equality
# misconceptions: none_by_equality
def count_equal(values, target):
    n = 0
    for v in values:
        if v == target:
            n += 1
    return n


def count_missing(values):
    return count_equal(values, None)
