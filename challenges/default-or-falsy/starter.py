def settle(value, default):
    return value or default


def first_set(*values):
    for value in values:
        if value:
            return value
    return None
