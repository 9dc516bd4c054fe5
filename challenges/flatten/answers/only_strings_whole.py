# floor: 3
# ceiling: 3
# misses: bytes_are_leaves, deep_nesting, top_level_leaf, dicts_and_sets, generators_are_leaves, other_iterables
# misconceptions: every_iterable_is_a_container, recursion_has_no_bottom
def flatten(nested):
    for item in nested:
        if hasattr(item, "__iter__") and not isinstance(item, str):
            for leaf in flatten(item):
                yield leaf
        else:
            yield item
