# floor: 3
# ceiling: 3
# misses: first_set_odd_values, is_none, later_untouched
# misconceptions: filters_all_first
def settle(value, default):
    return default if value is None else value


def first_set(*values):
    return [*[value for value in values if not value == None], None][0]
