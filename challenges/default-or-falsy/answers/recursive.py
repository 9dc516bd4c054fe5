# floor: 4
# ceiling: 5
def settle(value, default):
    if None is not value:
        return value
    return default


def first_set(*values):
    if not values:
        return None
    head, *tail = values
    return settle(head, None) if head is not None else first_set(*tail)
