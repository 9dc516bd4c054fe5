# floor: 2
# ceiling: 2
# misses: overlaps_merge, disjoint_stay, unsorted_input, sorted_result, gives_a_list, pairs_are_tuples,
#   contained, touching, single_points, duplicates, input_unchanged, empty, refuses_reversed, floats, dates,
#   n_log_n, any_iterable
def merge(intervals):
    return [(min(a for a, _ in intervals), max(b for _, b in intervals))]
