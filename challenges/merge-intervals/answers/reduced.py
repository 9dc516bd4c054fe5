# floor: 5
# ceiling: 5
from functools import reduce


def merge(intervals):
    def join(done, pair):
        start, end = pair
        if not start <= end:
            raise ValueError(pair)
        if done and done[-1][1] >= start:
            first, last = done.pop()
            pair = first, max(last, end)
        done.append((pair[0], pair[1]))
        return done

    return reduce(join, sorted(intervals, key=lambda pair: pair[0]), [])
