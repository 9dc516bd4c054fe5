# floor: 4
# ceiling: 4
# misses: returns_none
def extended(base, extra):
    return extend_in_place(list(base), extra)


def extend_in_place(base, extra):
    base += extra
    return base
