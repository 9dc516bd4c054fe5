# floor: 5
# ceiling: 5
"""A sweep: every start opens, every end closes; at one point, openings come first."""


def merge(intervals):
    events = []
    for start, end in intervals:
        if end < start:
            raise ValueError("start above end")
        events.append((start, 0))
        events.append((end, 1))
    events.sort()
    result, open_now = [], 0
    for point, closing in events:
        if closing:
            open_now -= 1
            if open_now == 0:
                result.append((first, point))
        else:
            if open_now == 0:
                first = point
            open_now += 1
    return result
