# floor: 4
# ceiling: 4
# misses: refuses_reversed, n_log_n
# misconceptions: every_pair
def merge(intervals):
    result = []
    for start, end in intervals:
        result = sorted(result + [(start, end)])
    merged = []
    for start, end in result:
        if merged and merged[-1][1] >= start:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
