# floor: 4
# ceiling: 5
def settle(value, default):
    return default if value is None else value


def first_set(*values):
    return next((value for value in values if value is not None), None)
