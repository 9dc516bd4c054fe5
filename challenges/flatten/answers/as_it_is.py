# floor: 1
# ceiling: 1
# misses: example, already_flat, all_leaves, in_order, tuples, strings_are_leaves, plain_leaves, bytes_are_leaves,
#   empty_containers, list_subclasses, tuple_subclasses, gives_an_iterator, opened_when_due, deep_nesting, top_level_leaf,
#   dicts_and_sets, generators_are_leaves, other_iterables
def flatten(nested):
    yield nested
