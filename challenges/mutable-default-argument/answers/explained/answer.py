# floor: 5
# ceiling: 5
def append_to(item, target=None):
    if target is None:
        target = []
    target.append(item)
    return target
