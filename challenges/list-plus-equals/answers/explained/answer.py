# floor: 5
# ceiling: 5
def extended(base, extra):
    return [*base, *extra]


def extend_in_place(base, extra):
    base += extra
