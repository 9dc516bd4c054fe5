# floor: 3
# ceiling: 3
# misses: first_set_odd_values
def settle(value, default):
    return default if value is None else value


def first_set(*values):
    for value in values:
        if value not in [None]:
            return value
    return None
