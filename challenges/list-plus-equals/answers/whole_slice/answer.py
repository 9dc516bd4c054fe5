# floor: 3
# ceiling: 3
# misses: in_place_any_iterable
def extended(base, extra):
    result = []
    for item in base:
        result.append(item)
    for item in extra:
        result.append(item)
    return result


def extend_in_place(base, extra):
    base[:] = base + extra
