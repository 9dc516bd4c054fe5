# floor: 4
# ceiling: 5
"""Built of settle, folded over the values from the right."""

from functools import reduce
from operator import is_not


def settle(value, default):
    return value if is_not(value, None) else default


def first_set(*values):
    return reduce(lambda later, value: settle(value, later), reversed(values), None)
