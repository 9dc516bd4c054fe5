# floor: 2
# ceiling: 2
# misses: falsy_is_set, first_set_odd_values
# misconceptions: unset_means_falsy
def settle(value, default):
    return default if value is None else value


def first_set(*values):
    for value in values:
        if value:
            return value
    return None
