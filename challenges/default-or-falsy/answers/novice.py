# floor: 4
# ceiling: 5
def settle(value, default):
    if value is None:
        result = default
    else:
        result = value
    return result


def first_set(*values):
    i = 0
    while i < len(values) and values[i] is None:
        i = i + 1
    if i == len(values):
        return None
    return values[i]
