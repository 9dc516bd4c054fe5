# floor: 3
# ceiling: 3
# misses: any_iterable, reads_no_further, remembers_in_a_set
# misconceptions: needs_a_list
"""Right for lists, and quadratic."""


def first_repeat(items):
    for index, item in enumerate(items):
        if item in items[:index]:
            return item
    return None
