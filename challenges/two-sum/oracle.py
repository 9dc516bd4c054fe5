"""Where the pairs stand."""

from __future__ import annotations

import inputs
from viva.oracle import case


def pair(numbers, target):
    """The pair with the smallest later index, then the smallest earlier one."""
    for j, later in enumerate(numbers):
        for i in range(j):
            if numbers[i] + later == target:
                return i, j
    return None


def places(numbers, target):
    """The same as a list."""
    found = pair(numbers, target)
    return None if found is None else list(found)


def all_places(drawn) -> list:
    """The places for several lists."""
    return [places(numbers, target) for numbers, target in drawn]


@case
def first_two(seen, expect, rng):
    expect(seen.places, "places").equals(places(*inputs.first_two(rng)))


@case
def far_apart(seen, expect, rng):
    expect(seen.places, "places in four lists").equals(all_places(inputs.far_apart(rng)))


@case
def none_when_none(seen, expect, rng):
    expect(seen.nothing, "four lists without a pair").equals(all_places(inputs.without_pair(rng)))
    expect(seen.something, "places in four lists with one").equals(all_places(inputs.far_apart(rng)))


@case
def tuple_in_order(seen, expect, rng):
    expect(seen.result, "result").equals(pair(*inputs.first_two(rng)))
    expect(seen.results, "results").equals([pair(*drawn) for drawn in inputs.far_apart(rng)])


@case
def no_element_twice(seen, expect, rng):
    expect(seen.places, "places in four lists").equals(all_places(inputs.half_the_sum(rng)))


@case
def duplicates(seen, expect, rng):
    expect(seen.places, "places in three lists").equals(all_places(inputs.with_duplicates(rng)))


@case
def negatives(seen, expect, rng):
    expect(seen.places, "places in three lists").equals(all_places(inputs.with_negatives(rng)))


@case
def zero(seen, expect, rng):
    expect(seen.places, "places in five lists").equals(all_places(inputs.with_zero(rng)))


@case
def linear(seen, expect, rng):
    small, medium = seen.steps if isinstance(seen.steps, list) else (1, 1000)
    expect(seen.places, "places in 100,000 numbers").equals([99_998, 99_999])
    # Twice the numbers: twice the lines when linear, four times when every pair is compared.
    expect(medium / max(small, 1), "lines run for twice the numbers").at_most(3)


@case
def smallest_j(seen, expect, rng):
    expect(seen.places, "places in eight lists").equals(all_places(inputs.nested_pairs(rng)))


@case
def smallest_i(seen, expect, rng):
    expect(seen.places, "places in three lists").equals(all_places(inputs.equal_partners(rng)))
