# floor: 3
# ceiling: 3
# misses: empty, refuses_reversed, any_iterable
def merge(intervals):
    intervals = intervals[:]
    intervals.sort()
    merged = [intervals[0]]
    for i in range(1, len(intervals)):
        start, end = intervals[i]
        if start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
