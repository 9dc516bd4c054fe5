# floor: 3
# ceiling: 3
# misses: settle_odd_values, first_set_odd_values, is_none, no_values
# misconceptions: equality_finds_none
def settle(value, default):
    return value if value or value in (0, "", [], False, (), {}, b"", set()) else default


def first_set(*values):
    result = values[0]
    for value in values[1:]:
        result = settle(result, value)
    return result
