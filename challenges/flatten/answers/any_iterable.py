# floor: 4
# ceiling: 4
# misses: deep_nesting, top_level_leaf, dicts_and_sets, generators_are_leaves, other_iterables
# misconceptions: every_iterable_is_a_container, recursion_has_no_bottom
from collections.abc import Iterable


def flatten(nested):
    for item in nested:
        if isinstance(item, Iterable) and not isinstance(item, (str, bytes)):
            yield from flatten(item)
        else:
            yield item
