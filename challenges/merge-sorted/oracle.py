"""What would be right."""

from __future__ import annotations

import itertools

import inputs
from viva.oracle import case


def merged(lists, key=None):
    """All items, in order, those of earlier lists first."""
    return sorted(itertools.chain.from_iterable(lists), key=key)


@case
def merges_two_uneven(seen, expect, rng):
    values = merged(inputs.uneven(rng))
    expect(seen.values, "the shorter one first").equals(values)
    expect(seen.other_way, "the longer one first").equals(values)


@case
def merges_many(seen, expect, rng):
    expect(seen.values, "items").equals(merged(inputs.many(rng)))


@case
def empty_among_them(seen, expect, rng):
    expect(seen.values, "items").equals(merged(inputs.with_gaps(rng)))


@case
def gives_an_iterator(seen, expect, rng):
    values = merged(inputs.many(rng))
    expect(seen.is_its_own, "iter(result) is result").is_true()
    expect(seen.first, "the first by next").equals(values[0])
    expect(seen.rest, "the rest").equals(values[1:])


@case
def endless_sources(seen, expect, rng):
    endless = [
        list(itertools.islice(itertools.count(*step), 50 * inputs.TAKEN)) for step in inputs.steps(rng)
    ]
    expect(seen.values, "first items").equals(merged(endless + inputs.with_gaps(rng))[: inputs.TAKEN])


@case
def keeps_duplicates(seen, expect, rng):
    expect(seen.values, "items").equals(merged(inputs.doubled(rng)))


@case
def stable(seen, expect, rng):
    expect(seen.values, "items").equals(merged(inputs.of_two_types(rng)))


@case
def stable_by_key(seen, expect, rng):
    expect(seen.values, "items").equals(merged(inputs.scored(rng), key=lambda pair: pair[0]))


@case
def by_key(seen, expect, rng):
    expect(seen.values, "items").equals(merged(inputs.by_size(rng), key=abs))


@case
def key_none(seen, expect, rng):
    expect(seen.values, "items").equals(merged(inputs.many(rng)))


@case
def items_without_order(seen, expect, rng):
    expect(seen.values, "items").equals(merged(inputs.records(rng), key=inputs.at))


@case
def reads_one_ahead(seen, expect, rng):
    expect(seen.values, "items").equals(merged(inputs.many(rng)))
    expect(seen.furthest, "items read ahead of one source").at_most(1)


@case
def late_error(seen, expect, rng):
    numbers, whole, text = inputs.broken(rng)
    expect(seen.values, "items before the error").equals(merged([numbers, whole])[:3])
    expect(seen.error, "error").raises("ConnectionError", containing=text)


@case
def thousand_sources(seen, expect, rng):
    expect(seen.values, "items").equals(merged(inputs.thousand(rng)))
