# floor: 1
# ceiling: 1
# misses: example, one_interval, overlaps_merge, disjoint_stay, unsorted_input, sorted_result, gives_a_list,
#   pairs_are_tuples, contained, touching, single_points, duplicates, input_unchanged, empty,
#   refuses_reversed, floats, dates, n_log_n, any_iterable
def merge(intervals):
    return sorted({end for pair in intervals for end in pair})
