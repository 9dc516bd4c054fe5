# floor: 4
# ceiling: 4
# misses: deep_nesting
# misconceptions: recursion_has_no_bottom
from itertools import chain


def flatten(nested):
    if not isinstance(nested, (list, tuple)):
        return iter([nested])
    return chain.from_iterable(map(flatten, nested))
