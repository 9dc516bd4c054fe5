# floor: 1
# ceiling: 1
# misses: finds_the_repeat, first_of_several, none_repeated, any_iterable, reads_no_further,
#   remembers_in_a_set
"""Gives back what it was given."""


def first_repeat(items):
    return items
