# floor: 2
# ceiling: 2
# misses: fresh_each_call, empty_list_used, none_sentinel, none_target
# misconceptions: new_default_each_call
shared = []


def append_to(item, target=shared):
    if target == shared:
        shared.clear()
        target = shared
    target.append(item)
    return target
