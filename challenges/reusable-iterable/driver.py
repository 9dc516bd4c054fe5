"""Iterates countdowns in every way and records what came."""

from __future__ import annotations

import itertools

import inputs
from viva.driver import case, raised

# A countdown that never ends is cut here.
ITEMS_MAX = 2000


def items(iterable):
    """What it gives, within bounds."""
    return list(itertools.islice(iterable, ITEMS_MAX))


@case
def counts_down(answer, see, rng):
    see.three = items(answer.Countdown(3))
    see.others = [items(answer.Countdown(start)) for start in inputs.starts(rng, 4)]


@case
def start_one(answer, see, rng):
    see.items = items(answer.Countdown(1))


@case
def twice_in_a_row(answer, see, rng):
    countdown = answer.Countdown(inputs.start_at_least(rng, 2))
    first, *others = (items(countdown) for _ in range(3))
    see.count, see.same = len(first), [numbers == first for numbers in others]


@case
def again_after_a_break(answer, see, rng):
    countdown = answer.Countdown(inputs.start_at_least(rng, 4))
    for _ in countdown:
        break
    see.items = items(countdown)


@case
def nested_loops(answer, see, rng):
    countdown = answer.Countdown(inputs.start_at_least(rng, 3))
    pairs = ((outer, inner) for outer in countdown for inner in countdown)
    see.pairs = [list(pair) for pair in items(pairs)]


@case
def length(answer, see, rng):
    countdowns = [answer.Countdown(start) for start in (1, *inputs.starts(rng, 3))]
    before = [len(countdown) for countdown in countdowns]
    for countdown in countdowns:
        items(countdown)
    see.lengths = [before, [len(countdown) for countdown in countdowns]]


@case
def start_zero(answer, see, rng):
    nothing = answer.Countdown(0)
    see.nothing = [items(nothing), items(nothing)]
    see.something = items(answer.Countdown(inputs.start_at_least(rng, 2)))


@case
def goes_in_reverse(answer, see, rng):
    countdown = answer.Countdown(inputs.start_at_least(rng, 3))
    see.reverse = [items(reversed(countdown)), items(reversed(countdown))]
    see.one = items(reversed(answer.Countdown(1)))
    see.forward = items(countdown)


@case
def membership(answer, see, rng):
    start = inputs.start_at_least(rng, 3)
    countdown = answer.Countdown(start)
    see.members = [number in countdown for number in range(-2, start + 3)]
    see.again = [number in countdown for number in range(start + 2, -3, -1)]


@case
def refuses_negative(answer, see, rng):
    see.errors = [raised(answer.Countdown, start) for start in (-1, -inputs.start_at_least(rng, 2))]
    see.fine = items(answer.Countdown(inputs.start_at_least(rng, 2)))


@case
def iterators_independent(answer, see, rng):
    countdown = answer.Countdown(inputs.start_at_least(rng, 6))
    first = iter(countdown)
    taken = [next(first), next(first)]
    second = iter(countdown)
    taken += [next(second), next(first), next(second), next(first)]
    see.taken = taken
    see.rest = [items(first), items(second)]
    see.exhausted = items(first)
    see.fresh = items(countdown)
