"""What a countdown should have given."""

from __future__ import annotations

import inputs
from viva.oracle import case


def down(start):
    """The numbers of one countdown."""
    return list(range(start, 0, -1))


@case
def counts_down(seen, expect, rng):
    expect(seen.three, "list(Countdown(3))").equals([3, 2, 1])
    expect(seen.others, "other countdowns").equals([down(start) for start in inputs.starts(rng, 4)])


@case
def start_one(seen, expect, rng):
    expect(seen.items, "list(Countdown(1))").equals([1])


@case
def twice_in_a_row(seen, expect, rng):
    start = inputs.start_at_least(rng, 2)
    expect(seen.count, "items of the first round").at_least(start - 1)
    expect(seen.count, "items of the first round").at_most(start + 1)
    expect(seen.same, "two more rounds give the same").equals([True, True])


@case
def again_after_a_break(seen, expect, rng):
    expect(seen.items, "the round after the break").equals(down(inputs.start_at_least(rng, 4)))


@case
def nested_loops(seen, expect, rng):
    numbers = down(inputs.start_at_least(rng, 3))
    expect(seen.pairs, "pairs").equals([[outer, inner] for outer in numbers for inner in numbers])


@case
def length(seen, expect, rng):
    expect(seen.lengths, "lengths, before and after a round").equals([[1, *inputs.starts(rng, 3)]] * 2)


@case
def start_zero(seen, expect, rng):
    expect(seen.nothing, "two rounds of Countdown(0)").equals([[], []])
    expect(seen.something, "another countdown").equals(down(inputs.start_at_least(rng, 2)))


@case
def goes_in_reverse(seen, expect, rng):
    start = inputs.start_at_least(rng, 3)
    expect(seen.reverse, "reversed, twice").equals([down(start)[::-1]] * 2)
    expect(seen.one, "reversed from 1").equals([1])
    expect(seen.forward, "forward afterwards").equals(down(start))


@case
def membership(seen, expect, rng):
    start = inputs.start_at_least(rng, 3)
    members = [1 <= number <= start for number in range(-2, start + 3)]
    expect(seen.members, "from -2 to two above the start").equals(members)
    expect(seen.again, "the other way").equals(members[::-1])


@case
def refuses_negative(seen, expect, rng):
    inputs.start_at_least(rng, 2)
    expect(seen.fine, "a start that can be").equals(down(inputs.start_at_least(rng, 2)))
    for error in seen.errors if isinstance(seen.errors, list) else [seen.errors]:
        expect(error, "error for a negative start").raises("ValueError")


@case
def iterators_independent(seen, expect, rng):
    start = inputs.start_at_least(rng, 6)
    taken = [start, start - 1, start, start - 2, start - 1, start - 3]
    expect(seen.taken, "two iterators, by turns").equals(taken)
    expect(seen.rest, "what each has left").equals([down(start - 4), down(start - 2)])
    expect(seen.exhausted, "an iterator at its end").equals([])
    expect(seen.fresh, "a round afterwards").equals(down(start))
