# floor: 2
# ceiling: 2
# misses: disjoint_stay, floats, dates
# misconceptions: neighbours_touch
def merge(intervals):
    merged = []
    for start, end in sorted(intervals):
        if start > end:
            raise ValueError("start above end")
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
