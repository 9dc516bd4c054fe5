# floor: 2
# ceiling: 2
# misses: gives_a_list
def merge(intervals):
    first = last = None
    for start, end in sorted(intervals):
        if start > end:
            raise ValueError("start above end")
        if first is None:
            first, last = start, end
        elif start <= last:
            last = max(last, end)
        else:
            yield first, last
            first, last = start, end
    if first is not None:
        yield first, last
