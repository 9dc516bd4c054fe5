# floor: 5
# ceiling: 5
def settle(value, default):
    return default if value is None else value


def first_set(*values):
    for value in values:
        if value is not None:
            return value
    return None
