# floor: 5
# ceiling: 5
def merge(intervals):
    pairs = list(intervals)
    if any(s > e for s, e in pairs):
        raise ValueError("start > end")
    starts, ends = sorted(s for s, _ in pairs), sorted(e for _, e in pairs)
    # Between the i-th end and the next start nothing is open when that start lies behind the end.
    cuts = [i for i in range(1, len(pairs)) if starts[i] > ends[i - 1]]
    return [(starts[a], ends[b - 1]) for a, b in zip([0] + cuts, cuts + [len(pairs)]) if pairs]
