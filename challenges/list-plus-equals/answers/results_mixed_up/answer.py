# floor: 1
# ceiling: 1
# misses: extended_adds, extended_leaves_base, extends_in_place, every_alias_sees_it, extended_any_iterable, in_place_any_iterable, new_list_for_empty_extra, tuple_base, extends_by_itself, returns_none, changes_the_list
def extended(base, extra):
    return base.extend(extra)


def extend_in_place(base, extra):
    return list(base) + list(extra)
