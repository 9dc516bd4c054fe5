# floor: 2
# ceiling: 2
# misses: tuples, empty_containers, tuple_subclasses, deep_nesting, top_level_leaf, other_iterables
# misconceptions: recursion_has_no_bottom
def flatten(nested):
    for x in nested:
        if isinstance(x, list):
            yield from flatten(x)
        else:
            yield x
