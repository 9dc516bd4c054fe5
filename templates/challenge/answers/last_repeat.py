# floor: 2
# ceiling: 2
# misses: first_of_several, reads_no_further
# misconceptions: last_for_first
"""Lets a later repeat overwrite the first."""


def first_repeat(items):
    seen, repeat = set(), None
    for item in items:
        if item in seen:
            repeat = item
        seen.add(item)
    return repeat
