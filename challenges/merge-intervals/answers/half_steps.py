# floor: 4
# ceiling: 4
# misses: floats, dates
"""Marks every half number that is covered."""


def merge(intervals):
    covered = set()
    for start, end in intervals:
        if start > end:
            raise ValueError("start above end")
        covered.update(range(int(2 * start), int(2 * end) + 1))
    result = []
    for place in sorted(covered):
        if place - 1 not in covered:
            first = place
        if place + 1 not in covered:
            result.append((first // 2, place // 2))
    return result
