# floor: 1
# ceiling: 1
# misses: one_item, fresh_each_call, given_list, empty_list_used, none_sentinel, none_item, none_target
# misconceptions: append_returns_the_list
def append_to(item, target=None):
    return target.append(item)
