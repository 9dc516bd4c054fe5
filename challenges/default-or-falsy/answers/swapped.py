# floor: 1
# ceiling: 1
# misses: none_gives_default, falsy_kept, skips_none, falsy_is_set, only_none, settle_odd_values,
# first_set_odd_values, no_values, later_untouched
def settle(value, default):
    return value if value is None else default


def first_set(*values):
    for value in values:
        if value is None:
            return value
    return False
