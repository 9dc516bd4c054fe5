# floor: 3
# ceiling: 3
# misses: new_list_for_empty_extra
def extended(base, extra):
    extra = list(extra)
    if len(extra) == 0 and isinstance(base, list):
        return base
    return list(base) + extra


def extend_in_place(base, extra):
    base.extend(extra)
