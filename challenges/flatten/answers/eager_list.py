# floor: 3
# ceiling: 3
# misses: gives_an_iterator, opened_when_due, lazy_shape, deep_nesting
# misconceptions: recursion_has_no_bottom, everything_at_once
def flatten(nested):
    if not isinstance(nested, (list, tuple)):
        return [nested]
    result = []
    for item in nested:
        result += flatten(item)
    return result
