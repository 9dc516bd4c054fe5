# floor: 3
# ceiling: 3
# misses: duplicates
def merge(intervals):
    merged = []
    for start, end in sorted(intervals):
        if start > end:
            raise ValueError("start above end")
        if merged and start <= merged[-1][1] and (start, end) != merged[-1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
