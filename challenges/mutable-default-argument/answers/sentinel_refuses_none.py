# floor: 4
# ceiling: 4
# misses: none_target
_MISSING = object()


def append_to(item, target=_MISSING):
    if target is _MISSING:
        target = []
    target.append(item)
    return target
