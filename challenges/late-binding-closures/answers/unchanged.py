# floor: 2
# ceiling: 2
# misses: all_right, any_size, captures_the_value, other_names_do_not_matter, independent_lists
# misconceptions: still_one_variable
def create_multipliers(n=5):
    return [lambda x: i * x for i in range(n)]
