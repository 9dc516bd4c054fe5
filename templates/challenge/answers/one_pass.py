# floor: 4
# ceiling: 5
"""All that code can show; what it costs was not said."""


def first_repeat(items):
    seen = set()
    for item in items:
        if item in seen:
            return item
        seen.add(item)
    return None
