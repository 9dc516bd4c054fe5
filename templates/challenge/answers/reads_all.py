# floor: 4
# ceiling: 4
# misses: reads_no_further
"""Right, but makes a list of everything first."""


def first_repeat(items):
    seen = set()
    for item in list(items):
        if item in seen:
            return item
        seen.add(item)
    return None
