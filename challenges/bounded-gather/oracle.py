"""What would be right."""

from __future__ import annotations

import inputs
from viva.oracle import case


@case
def results(seen, expect, rng):
    expect(seen.results, "results, in any order").same_items(inputs.values(rng, 6))


@case
def in_order(seen, expect, rng):
    values = inputs.values(rng, 8)
    expect(seen.at_once, "results, all in flight together").equals(values)
    expect(seen.by_and_by, "results, a few in flight").equals(values)


@case
def never_above_limit(seen, expect, rng):
    limit = inputs.limit(rng)
    inputs.values(rng, 6 * limit)
    inputs.rounds(rng, 6 * limit)
    expect(seen.results, "results, in any order").same_items(inputs.values(rng, 6))
    most, most_of_one = seen.most if isinstance(seen.most, list) and len(seen.most) == 2 else (None, None)
    expect(most, "most in flight").at_most(limit)
    expect(most_of_one, "most in flight with limit 1").at_most(1)


@case
def any_awaitable(seen, expect, rng):
    expect(seen.results, "of a future, a task and one with __await__").same_items(inputs.values(rng, 3))


@case
def reaches_limit(seen, expect, rng):
    limit = inputs.limit(rng)
    expect(seen.results, "results, in any order").same_items(inputs.values(rng, 4 * limit))
    expect(seen.most, "most in flight").at_least(limit)


@case
def called_in_turn(seen, expect, rng):
    limit = inputs.limit(rng)
    expect(seen.called_while_full, "factories called before any had ended").at_most(limit)
    expect(seen.count, "number of results").equals(3 * limit)


@case
def refuses_bad_limit(seen, expect, rng):
    expect(seen.at_call, "errors at the call").equals([None, None])
    expect(seen.zero, "limit 0").raises("ValueError")
    expect(seen.negative, "limit below 0").raises("ValueError")
    expect(seen.one, "results for limit 1, in any order").same_items(inputs.values(rng, 3))


@case
def original_error(seen, expect, rng):
    expect(seen.itself, "the very error of the job").is_true()


@case
def cancels_the_rest(seen, expect, rng):
    expect(seen.failed, "failures").equals(1)
    expect(seen.raised, "an error came out").is_true()
    expect(seen.running, "still running when it came out").equals(0)
    expect(seen.called_later, "factories called after that").equals(0)
    expect(seen.completed_after, "completed although one had failed").equals(0)


@case
def outer_cancellation(seen, expect, rng):
    expect(seen.started, "something was in flight").is_true()
    expect(seen.is_cancelled, "ends as cancelled").is_true()
    expect(seen.running, "still running").equals(0)
    expect(seen.called_later, "factories called after the cancellation").equals(0)


@case
def ten_thousand(seen, expect, rng):
    expect(seen.results, "results, in any order").same_items(list(range(inputs.THOUSANDS)))
