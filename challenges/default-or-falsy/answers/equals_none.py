# floor: 3
# ceiling: 3
# misses: settle_odd_values, first_set_odd_values, is_none
# misconceptions: equality_finds_none
def settle(value, default):
    if value == None:
        return default
    return value


def first_set(*values):
    for value in values:
        if value != None:
            return value
