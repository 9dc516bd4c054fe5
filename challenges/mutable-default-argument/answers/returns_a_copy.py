# floor: 2
# ceiling: 2
# misses: given_list, empty_list_used, none_item
# misconceptions: works_on_a_copy
def append_to(item, target=None):
    if target is None:
        target = []
    return target + [item]
