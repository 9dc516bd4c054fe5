# floor: 2
# ceiling: 5
"""No prediction: the code alone."""

from itertools import chain


def extended(base, extra):
    return list(chain(base, extra))


def extend_in_place(base, extra):
    base[len(base) :] = extra
