# floor: 3
# ceiling: 3
# misses: none_sentinel
def append_to(item, target=None):
    if target == None:  # noqa: E711
        target = []
    target.append(item)
    return target
