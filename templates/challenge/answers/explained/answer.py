# floor: 5
# ceiling: 5
"""One pass, explained in explanation.md."""


def first_repeat(items):
    seen = set()
    for item in items:
        if item in seen:
            return item
        seen.add(item)
    return None
