# floor: 2
# ceiling: 2
# misses: strings_are_leaves, plain_leaves, bytes_are_leaves, top_level_leaf, dicts_and_sets
# misconceptions: falsy_is_nothing
def flatten(nested):
    todo = [nested]
    while todo:
        x = todo.pop()
        if not x:
            continue
        if isinstance(x, (list, tuple)):
            todo.extend(reversed(x))
        else:
            yield x
