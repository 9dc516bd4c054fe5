# floor: 1
# ceiling: 1
# misses: simple_groups, groups_are_right, repeated_letters, group_order, order_within, lists_of_lists, empty_input, empty_strings, duplicates_kept, case_matters, near_linear, any_iterable, non_ascii, no_normalisation, dict_by_key
def group_anagrams(words):
    return [[word] for word in words]
