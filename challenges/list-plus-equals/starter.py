def extended(base, extra):
    base += extra
    return base


def extend_in_place(base, extra):
    base = base + extra
