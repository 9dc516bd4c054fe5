# floor: 4
# ceiling: 4
# misses: dates
def merge(intervals):
    result = []
    first, last = None, float("-inf")
    for start, end in sorted(intervals):
        if start > end:
            raise ValueError("start above end")
        if start > last:
            if first is not None:
                result.append((first, last))
            first = start
        last = max(last, end)
    if first is not None:
        result.append((first, last))
    return result
