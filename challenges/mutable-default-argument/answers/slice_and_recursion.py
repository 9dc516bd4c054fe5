# floor: 4
# ceiling: 5
def append_to(item, target=None):
    if None is target:
        return append_to(item, list())
    target[len(target) :] = [item]
    return target
