# floor: 2
# ceiling: 2
# misses: strings_are_leaves, bytes_are_leaves, deep_nesting, top_level_leaf, dicts_and_sets, generators_are_leaves, other_iterables
# misconceptions: every_iterable_is_a_container, recursion_has_no_bottom
def flatten(nested):
    for item in nested:
        try:
            iter(item)
        except TypeError:
            yield item
        else:
            yield from flatten(item)
