# floor: 3
# ceiling: 3
# misses: empty_list_used, none_sentinel
# misconceptions: empty_means_missing
def append_to(item, target=None):
    target = target or []
    target.append(item)
    return target
