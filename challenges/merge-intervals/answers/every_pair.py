# floor: 4
# ceiling: 4
# misses: n_log_n
# misconceptions: every_pair
def overlap(one, other):
    return one[0] <= other[1] and other[0] <= one[1]


def merge(intervals):
    result = []
    for interval in intervals:
        if interval[0] > interval[1]:
            raise ValueError("wrong way round")
        apart = []
        for other in result:
            if overlap(interval, other):
                interval = (min(interval[0], other[0]), max(interval[1], other[1]))
            else:
                apart.append(other)
        result = apart + [tuple(interval)]
    return sorted(result)
