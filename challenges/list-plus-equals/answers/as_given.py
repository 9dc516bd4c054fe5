# floor: 2
# ceiling: 2
# misses: extended_leaves_base, extends_in_place, every_alias_sees_it, in_place_any_iterable, new_list_for_empty_extra, tuple_base, extends_by_itself, returns_none, changes_the_list
# misconceptions: plus_equals_makes_a_new_list, assignment_reaches_the_caller
def extended(base, extra):
    base += extra
    return base


def extend_in_place(base, extra):
    base = base + extra
