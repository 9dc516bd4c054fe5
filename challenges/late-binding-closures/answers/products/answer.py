# floor: 1
# ceiling: 1
# misses: five_callables, last_one, all_right, any_size, none_at_all, captures_the_value, other_names_do_not_matter, independent_lists
def create_multipliers(n=5):
    return [2 * i for i in range(n)]
