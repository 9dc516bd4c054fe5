# floor: 2
# ceiling: 2
# misses: foretells_output
# misconceptions: both_lines_alike
def extended(base, extra):
    return list(base) + list(extra)


def extend_in_place(base, extra):
    base.extend(list(extra))
