# floor: 4
# ceiling: 4
# misses: extends_by_itself
# misconceptions: loop_over_a_growing_list
def extended(base, extra):
    result = []
    extend_in_place(result, base)
    extend_in_place(result, extra)
    return result


def extend_in_place(base, extra):
    for item in extra:
        base.append(item)
