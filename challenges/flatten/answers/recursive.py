# floor: 4
# ceiling: 4
# misses: deep_nesting
# misconceptions: recursion_has_no_bottom
def flatten(nested):
    if isinstance(nested, (list, tuple)):
        for item in nested:
            yield from flatten(item)
    else:
        yield nested
