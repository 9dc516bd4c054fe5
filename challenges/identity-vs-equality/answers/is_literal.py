# floor: 3
# ceiling: 3
# misses: no_is_literal
def count_equal(values, target):
    hits = [value for value in values if value == target]
    if len(hits) is 0:
        return 0
    return len(hits)


def count_missing(values):
    return len([value for value in values if value is None])
