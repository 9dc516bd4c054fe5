# floor: 3
# ceiling: 3
# misses: pairs_are_tuples, input_unchanged, refuses_reversed, any_iterable
# misconceptions: sorts_in_place
def merge(intervals):
    if len(intervals) == 0:
        return []
    intervals.sort(key=lambda x: x[0])
    result = [list(intervals[0])]
    for current in intervals:
        last = result[-1]
        if current[0] <= last[1]:
            last[1] = max(last[1], current[1])
        else:
            result.append(list(current))
    return result
