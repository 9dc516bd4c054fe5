# floor: 4
# ceiling: 5
"""Built from the operator module: no lambda, no loop."""

import operator
from functools import partial


def count_equal(values, target):
    return sum(map(bool, map(partial(operator.eq, target), values)))


def count_missing(values):
    return sum(map(partial(operator.is_, None), values))
