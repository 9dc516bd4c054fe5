"""What the intervals merge to."""

from __future__ import annotations

import inputs
from viva.oracle import case

LARGE = 100_000


def merged(intervals) -> list:
    """The merged intervals as lists, in order."""
    result: list = []
    for start, end in sorted(intervals):
        if result and start <= result[-1][1]:
            result[-1][1] = max(end, result[-1][1])
        else:
            result.append([start, end])
    return result


@case
def one_interval(seen, expect, rng):
    expect(seen.merged, "merged").equals(merged(inputs.apart(rng, 1)))


@case
def overlaps_merge(seen, expect, rng):
    expect(seen.merged, "merged, in any order").equals(merged(inputs.chains(rng)))


@case
def disjoint_stay(seen, expect, rng):
    expect(seen.apart, "far apart, in any order").equals(merged(inputs.apart(rng, 4)))
    expect(seen.neighbours, "of neighbouring numbers, in any order").equals(merged(inputs.neighbours(rng)))


@case
def unsorted_input(seen, expect, rng):
    shuffled = inputs.shuffled(rng, inputs.chains(rng))
    expect(seen.merged, "from any order, in any order").equals(merged(shuffled))
    expect(seen.backwards, "from the reverse order, in any order").equals(merged(inputs.chains(rng)))


@case
def sorted_result(seen, expect, rng):
    expect(seen.merged, "merged").equals(merged(inputs.shuffled(rng, inputs.apart(rng, 5))))


@case
def gives_a_list(seen, expect, rng):
    expect(seen.is_list, "the result is a list").is_true()
    expect(seen.merged, "merged, in any order").equals(merged(inputs.apart(rng, 3)))


@case
def pairs_are_tuples(seen, expect, rng):
    expect(seen.all_tuples, "all intervals are tuples").is_true()
    expect(seen.merged, "merged, in any order").equals(
        merged(inputs.chains(rng) + inputs.apart(rng, 3, low=200))
    )


@case
def contained(seen, expect, rng):
    expect(seen.merged, "merged, in any order").equals(merged(inputs.nested(rng)))


@case
def touching(seen, expect, rng):
    expect(seen.merged, "merged, in any order").equals(merged(inputs.touching(rng)))


@case
def single_points(seen, expect, rng):
    expect(seen.merged, "merged, in any order").equals(merged(inputs.points(rng)))


@case
def duplicates(seen, expect, rng):
    expect(seen.merged, "merged, in any order").equals(merged(inputs.shuffled(rng, inputs.twice(rng))))


@case
def input_unchanged(seen, expect, rng):
    expect(seen.merged, "merged, in any order").equals(merged(inputs.shuffled(rng, inputs.chains(rng))))
    expect(seen.changed, "what was changed").equals([])


@case
def empty(seen, expect, rng):
    expect(seen.none, "of nothing").equals([])
    expect(seen.some, "of some, in any order").equals(merged(inputs.apart(rng, 2)))


@case
def refuses_reversed(seen, expect, rng):
    expect(seen.good, "good intervals, in any order").equals(merged(inputs.apart(rng, 2)))
    errors = seen.errors if isinstance(seen.errors, list) else [None] * 4
    for error, place in zip(errors, ("alone", "as the last one", "in the middle", "within another")):
        expect(error, f"a reversed interval {place}").raises("ValueError")


@case
def floats(seen, expect, rng):
    expect(seen.merged, "merged, in any order").equals(merged(inputs.of_floats(rng)))


@case
def dates(seen, expect, rng):
    expected = [[day.isoformat() for day in pair] for pair in merged(inputs.of_dates(rng))]
    expect(seen.merged, "merged, in any order").equals(expected)


@case
def n_log_n(seen, expect, rng):
    # Twice the intervals: a little more than twice the work of sorting, four times when quadratic.
    for costs, what in ((seen.lines, "lines run"), (seen.comparisons, "ends compared")):
        small, double = costs if isinstance(costs, list) else (1, 1_000)
        expect(double / max(small, 1), f"{what}, times more for twice the intervals").at_most(3)
    expect(seen.merged, "merged, in any order").equals(merged(inputs.many(rng, LARGE)))


@case
def any_iterable(seen, expect, rng):
    intervals = inputs.shuffled(rng, inputs.chains(rng))
    expect(seen.from_iterator, "from an iterator, in any order").equals(merged(intervals))
    expect(seen.taken, "intervals read").equals(len(intervals))
    expect(seen.from_tuple, "from a tuple, in any order").equals(merged(intervals))
    expect(seen.from_set, "from a set, in any order").equals(merged(intervals))
