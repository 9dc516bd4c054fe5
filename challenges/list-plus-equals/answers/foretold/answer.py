# floor: 3
# ceiling: 5
def extended(base, extra):
    new = list(base)
    new.extend(extra)
    return new


def extend_in_place(base, extra):
    base.extend(extra)
