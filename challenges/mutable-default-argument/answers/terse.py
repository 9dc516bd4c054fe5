# floor: 4
# ceiling: 5
def append_to(item, target=None):
    target = [] if target is None else target
    target.append(item)
    return target
