# floor: 4
# ceiling: 5
"""Keeps a container and a place in it for every level."""


def flatten(nested):
    if not isinstance(nested, (list, tuple)):
        yield nested
        return
    levels = [[nested, 0]]
    while len(levels) > 0:
        container, place = levels[-1]
        if place >= len(container):
            levels.pop()
            continue
        levels[-1][1] = place + 1
        item = container[place]
        if isinstance(item, list) or isinstance(item, tuple):
            levels.append([item, 0])
        else:
            yield item
