# floor: 3
# ceiling: 3
# misses: touching, single_points, refuses_reversed
# misconceptions: touching_is_apart
def merge(intervals):
    merged = []
    for start, end in sorted(set(intervals)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
