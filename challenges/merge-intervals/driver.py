"""Merges intervals and records them, with content, order and types told apart."""

from __future__ import annotations

import inputs
from viva.driver import Counts, aliases, attempt, case, counting_key, raised, steps, watched

SMALL, DOUBLE, LARGE = 400, 800, 100_000
# A quadratic answer runs far more lines than this for each interval; it need not be run on the large input.
LINES_EACH_MAX = 200


def pairs(result) -> list:
    """The intervals in order, whatever they are."""
    return [list(pair) for pair in result]


def contents(result) -> list:
    """The intervals, order left aside."""
    return sorted(pairs(result))


@case
def one_interval(answer, see, rng):
    see.merged = pairs(answer.merge(inputs.apart(rng, 1)))


@case
def overlaps_merge(answer, see, rng):
    see.merged = contents(answer.merge(inputs.chains(rng)))


@case
def disjoint_stay(answer, see, rng):
    see.apart = contents(answer.merge(inputs.apart(rng, 4)))
    see.neighbours = contents(answer.merge(inputs.neighbours(rng)))


@case
def unsorted_input(answer, see, rng):
    see.merged = contents(answer.merge(inputs.shuffled(rng, inputs.chains(rng))))
    see.backwards = contents(answer.merge(inputs.chains(rng)[::-1]))


@case
def sorted_result(answer, see, rng):
    see.merged = pairs(answer.merge(inputs.shuffled(rng, inputs.apart(rng, 5))))


@case
def gives_a_list(answer, see, rng):
    result = answer.merge(inputs.apart(rng, 3))
    see.is_list = type(result) is list
    see.merged = contents(result)


@case
def pairs_are_tuples(answer, see, rng):
    result = list(answer.merge(inputs.chains(rng) + inputs.apart(rng, 3, low=200)))
    see.all_tuples = all(type(pair) is tuple for pair in result)
    see.merged = contents(result)


@case
def contained(answer, see, rng):
    see.merged = contents(answer.merge(inputs.nested(rng)))


@case
def touching(answer, see, rng):
    see.merged = contents(answer.merge(inputs.touching(rng)))


@case
def single_points(answer, see, rng):
    see.merged = contents(answer.merge(inputs.points(rng)))


@case
def duplicates(answer, see, rng):
    see.merged = contents(answer.merge(inputs.shuffled(rng, inputs.twice(rng))))


@case
def input_unchanged(answer, see, rng):
    intervals = inputs.shuffled(rng, inputs.chains(rng))
    with aliases(intervals=intervals) as watch:
        see.merged = contents(answer.merge(intervals))
    see.changed = watch.changed


@case
def empty(answer, see, rng):
    see.none = pairs(answer.merge([]))
    see.some = contents(answer.merge(inputs.apart(rng, 2)))


@case
def refuses_reversed(answer, see, rng):
    see.good = contents(answer.merge(inputs.apart(rng, 2)))
    see.errors = [
        raised(lambda given=given: list(answer.merge(given))) for given in inputs.reversed_ones(rng)
    ]


@case
def floats(answer, see, rng):
    see.merged = contents(answer.merge(inputs.of_floats(rng)))


@case
def dates(answer, see, rng):
    result = answer.merge(inputs.of_dates(rng))
    see.merged = sorted([[start.isoformat(), end.isoformat()] for start, end in result])


def lines(answer, intervals) -> int:
    """How many lines of the answer run."""
    return steps(lambda: list(answer.merge(intervals))).count


def comparisons(answer, intervals) -> int:
    """How often ends are compared or hashed; none where the answer does something else with them."""
    counts = Counts()
    counted = [(counting_key(start, counts), counting_key(end, counts)) for start, end in intervals]
    ended = attempt(lambda: list(answer.merge(counted)))
    return counts.total if ended.returned else 0


@case
def n_log_n(answer, see, rng):
    intervals = inputs.many(rng, LARGE)
    see.lines = run = [lines(answer, intervals[:n]) for n in (SMALL, DOUBLE)]
    see.comparisons = compared = [comparisons(answer, intervals[:n]) for n in (SMALL, DOUBLE)]
    if max(run + compared) <= DOUBLE * LINES_EACH_MAX:
        see.merged = contents(answer.merge(intervals))


@case
def any_iterable(answer, see, rng):
    intervals = inputs.shuffled(rng, inputs.chains(rng))
    source = watched(intervals)
    see.from_iterator = contents(answer.merge(source))
    see.taken = source.taken
    see.from_tuple = contents(answer.merge(tuple(intervals)))
    see.from_set = contents(answer.merge(frozenset(intervals)))
