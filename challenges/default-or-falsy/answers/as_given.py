# floor: 2
# ceiling: 2
# misses: falsy_kept, falsy_is_set, settle_odd_values, first_set_odd_values, is_none
# misconceptions: or_means_default, unset_means_falsy
def settle(value, default):
    return value or default


def first_set(*values):
    for value in values:
        if value:
            return value
    return None
