"""Looks for pairs and records their places, with content and type told apart."""

from __future__ import annotations

import inputs
from viva.driver import case, growth, steps

SMALL, MEDIUM, LARGE = 1_000, 2_000, 100_000


def places(result) -> object:
    """The indices in ascending order, whatever container the answer made; None stays None."""
    return None if result is None else sorted(result)


def all_places(answer, drawn) -> list:
    """The places for several lists."""
    return [places(answer.two_sum(numbers, target)) for numbers, target in drawn]


@case
def first_two(answer, see, rng):
    see.places = places(answer.two_sum(*inputs.first_two(rng)))


@case
def far_apart(answer, see, rng):
    see.places = all_places(answer, inputs.far_apart(rng))


@case
def none_when_none(answer, see, rng):
    see.nothing = [answer.two_sum(numbers, target) for numbers, target in inputs.without_pair(rng)]
    see.something = all_places(answer, inputs.far_apart(rng))


@case
def tuple_in_order(answer, see, rng):
    see.result = answer.two_sum(*inputs.first_two(rng))
    see.results = [answer.two_sum(numbers, target) for numbers, target in inputs.far_apart(rng)]


@case
def no_element_twice(answer, see, rng):
    see.places = all_places(answer, inputs.half_the_sum(rng))


@case
def duplicates(answer, see, rng):
    see.places = all_places(answer, inputs.with_duplicates(rng))


@case
def negatives(answer, see, rng):
    see.places = all_places(answer, inputs.with_negatives(rng))


@case
def zero(answer, see, rng):
    see.places = all_places(answer, inputs.with_zero(rng))


@case
def linear(answer, see, rng):
    # Lines are counted exactly; work within one line (`in` on a list) shows in that it does not end in time.
    lists = {size: inputs.many(rng, size) for size in (SMALL, MEDIUM)}
    see.steps = growth(lambda size: steps(answer.two_sum, *lists[size]), (SMALL, MEDIUM))
    see.places = places(answer.two_sum(*inputs.many(rng, LARGE)))


@case
def smallest_j(answer, see, rng):
    see.places = all_places(answer, inputs.nested_pairs(rng))


@case
def smallest_i(answer, see, rng):
    see.places = all_places(answer, inputs.equal_partners(rng))
