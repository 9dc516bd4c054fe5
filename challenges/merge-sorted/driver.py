"""Gives sorted sources to the answer and records what came out and how far each was read."""

from __future__ import annotations

import itertools

import inputs
from viva.driver import case, watched

READ_MAX = 1000


@case
def merges_two_uneven(answer, see, rng):
    first, second = inputs.uneven(rng)
    see.values = list(answer.merge_sorted(first, iter(second)))
    see.other_way = list(answer.merge_sorted(second, first))


@case
def merges_many(answer, see, rng):
    see.values = list(answer.merge_sorted(*inputs.many(rng)))


@case
def empty_among_them(answer, see, rng):
    see.values = list(answer.merge_sorted(*inputs.with_gaps(rng)))


@case
def gives_an_iterator(answer, see, rng):
    merged = answer.merge_sorted(*inputs.many(rng))
    see.is_its_own = iter(merged) is merged
    see.first = next(merged)
    see.rest = list(merged)


@case
def endless_sources(answer, see, rng):
    sources = [watched(itertools.count(*step), limit=READ_MAX) for step in inputs.steps(rng)]
    few = inputs.with_gaps(rng)
    merged = iter(answer.merge_sorted(*sources, *few))
    see.values = [next(merged) for _ in range(inputs.TAKEN)]


@case
def keeps_duplicates(answer, see, rng):
    see.values = list(answer.merge_sorted(*inputs.doubled(rng)))


@case
def stable(answer, see, rng):
    see.values = list(answer.merge_sorted(*inputs.of_two_types(rng)))


@case
def stable_by_key(answer, see, rng):
    see.values = list(answer.merge_sorted(*inputs.scored(rng), key=lambda pair: pair[0]))


@case
def by_key(answer, see, rng):
    see.values = list(answer.merge_sorted(*inputs.by_size(rng), key=abs))


@case
def key_none(answer, see, rng):
    see.values = list(answer.merge_sorted(*inputs.many(rng), key=None))


@case
def items_without_order(answer, see, rng):
    see.values = list(answer.merge_sorted(*inputs.records(rng), key=inputs.at))


@case
def reads_one_ahead(answer, see, rng):
    lists = inputs.many(rng)
    sources = [watched(numbers) for numbers in lists]
    values, furthest = [], 0
    merged = iter(answer.merge_sorted(*sources))
    for value in itertools.chain([None], merged):
        values.append(value)
        for source, numbers in zip(sources, lists):
            furthest = max(furthest, source.taken - sum(number in values for number in numbers))
    see.values, see.furthest = values[1:], furthest


@case
def late_error(answer, see, rng):
    def breaking(numbers):
        yield from numbers
        raise ConnectionError(text)

    numbers, whole, text = inputs.broken(rng)
    values = []
    see.error = None
    try:
        for value in answer.merge_sorted(breaking(numbers), whole):
            values.append(value)
    except Exception as error:
        see.error = error
    see.values = values


@case
def thousand_sources(answer, see, rng):
    see.values = list(answer.merge_sorted(*inputs.thousand(rng)))
