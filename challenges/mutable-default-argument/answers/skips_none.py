# floor: 4
# ceiling: 4
# misses: none_item
def append_to(item, target=None):
    if target is None:
        target = []
    if item is not None:
        target.append(item)
    return target
