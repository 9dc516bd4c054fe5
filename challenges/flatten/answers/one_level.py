# floor: 2
# ceiling: 2
# misses: all_leaves, in_order, tuples, strings_are_leaves, plain_leaves, bytes_are_leaves,
#   empty_containers, list_subclasses, tuple_subclasses, gives_an_iterator, opened_when_due, deep_nesting,
#   top_level_leaf, dicts_and_sets
def flatten(nested):
    for item in nested:
        if isinstance(item, (list, tuple)):
            yield from item
        else:
            yield item
