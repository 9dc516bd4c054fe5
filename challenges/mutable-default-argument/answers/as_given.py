# floor: 2
# ceiling: 2
# misses: fresh_each_call, none_sentinel, none_target
# misconceptions: new_default_each_call
def append_to(item, target=[]):
    target.append(item)
    return target
