# floor: 4
# ceiling: 4
# misses: no_values
def settle(value, default):
    return default if value is None else value


def first_set(*values):
    place = 0
    while values[place] is None and place < len(values) - 1:
        place += 1
    return values[place]
