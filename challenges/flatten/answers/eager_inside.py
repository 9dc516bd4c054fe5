# floor: 3
# ceiling: 3
# misses: opened_when_due
# misconceptions: everything_at_once
def flatten(nested):
    items = [nested]
    found = []
    while items:
        item = items.pop()
        if isinstance(item, (list, tuple)):
            items.extend(item[::-1])
        else:
            found.append(item)
    yield from found
