# floor: 2
# ceiling: 2
# misses: sorted_result
def merge(intervals):
    merged = []
    for start, end in sorted(intervals, key=lambda pair: pair[1], reverse=True):
        if start > end:
            raise ValueError("start above end")
        while merged and end >= merged[-1][0]:
            first, end = merged.pop()
            start = min(first, start)
        merged.append((start, end))
    return merged
