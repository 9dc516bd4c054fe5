# floor: 2
# ceiling: 2
# misses: unsorted_input, sorted_result, input_unchanged, refuses_reversed, floats, dates, n_log_n,
#   any_iterable
# misconceptions: input_is_sorted
def merge(intervals):
    merged = []
    for start, end in intervals:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
