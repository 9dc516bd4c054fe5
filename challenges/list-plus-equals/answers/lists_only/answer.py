# floor: 3
# ceiling: 3
# misses: extended_any_iterable, tuple_base
# misconceptions: plus_takes_any_iterable
def extended(base, extra):
    return base + extra


def extend_in_place(base, extra):
    base += extra
