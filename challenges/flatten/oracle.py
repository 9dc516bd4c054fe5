"""Which leaves there are."""

from __future__ import annotations

import inputs
from viva.oracle import case


def flat(nested) -> list:
    """The leaves of a structure that is not deep."""
    if not isinstance(nested, (list, tuple)):
        return [nested]
    return [leaf for item in nested for leaf in flat(item)]


@case
def already_flat(seen, expect, rng):
    expect(seen.leaves, "leaves").equals(inputs.numbers(rng, 5))


@case
def all_leaves(seen, expect, rng):
    expect(seen.leaves, "leaves, in any order").same_items(flat(inputs.crooked(rng)))


@case
def in_order(seen, expect, rng):
    expect(seen.leaves, "leaves").equals(flat(inputs.crooked(rng)))


@case
def tuples(seen, expect, rng):
    expect(seen.leaves, "leaves, in any order").same_items(flat(inputs.mixed(rng)))
    expect(seen.of_tuple, "leaves of a flat tuple, in any order").same_items(inputs.numbers(rng, 3))


@case
def strings_are_leaves(seen, expect, rng):
    expect(seen.leaves, "leaves, in any order").same_items(flat(inputs.with_strings(rng)))


@case
def plain_leaves(seen, expect, rng):
    expect(seen.leaves, "leaves, in any order").same_items(flat(inputs.plain(rng)))
    expect(seen.objects, "an object that stands there twice").equals([True, True])


@case
def bytes_are_leaves(seen, expect, rng):
    expect(seen.leaves, "leaves, in any order").same_items(flat(inputs.with_bytes(rng)))


@case
def empty_containers(seen, expect, rng):
    expect(seen.leaves, "leaves, in any order").same_items(flat(inputs.with_empties(rng)))
    expect(seen.of_nothing, "leaves where there are none").equals([[], [], [], []])


@case
def list_subclasses(seen, expect, rng):
    expect(seen.leaves, "leaves, in any order").same_items(inputs.numbers(rng, 4))


@case
def tuple_subclasses(seen, expect, rng):
    expect(seen.leaves, "leaves, in any order").same_items(inputs.numbers(rng, 4))


@case
def gives_an_iterator(seen, expect, rng):
    expect(seen.is_its_own_iterator, "iter() of the result is the result").is_true()
    expect(seen.leaves, "leaves, in any order").same_items(flat(inputs.crooked(rng)))


@case
def opened_when_due(seen, expect, rng):
    expect(seen.leaves, "leaves").equals(inputs.numbers(rng, 7))
    counts = seen.handed_out_before if isinstance(seen.handed_out_before, list) else [-1] * 4
    for count, due, name in zip(counts, (1, 4, 5, 6), ("first", "second", "third", "fourth")):
        expect(count, f"leaves handed out when the {name} inner list was opened").at_least(due)


@case
def deep_nesting(seen, expect, rng):
    before, after = inputs.deep_parts(rng)
    expect(seen.leaves, "leaves").equals(before + after[::-1])


@case
def top_level_leaf(seen, expect, rng):
    number, word, key = *inputs.numbers(rng, 1), *inputs.words(rng, 2)
    expect(seen.number, "of a number").equals([number])
    expect(seen.word, "of a string").equals([word])
    expect(seen.data, "of bytes").equals([word.encode()])
    expect(seen.mapping, "of a dict").equals([{key: [number]}])
    expect(seen.nothing, "of None").equals([None])
    expect(seen.of_list, "of a list, in any order").same_items([number, word])


@case
def dicts_and_sets(seen, expect, rng):
    expect(seen.leaves, "leaves, in any order").same_items(flat(inputs.with_dicts(rng)))


@case
def generators_are_leaves(seen, expect, rng):
    a, b, _ = inputs.numbers(rng, 3)
    expect(seen.numbers, "the numbers among the leaves").same_items([a, b])
    expect(seen.there, "each generator is among the leaves").equals([True, True])
    expect(seen.count, "how many leaves").equals(4)
    expect(seen.read, "items read from the generators").equals(0)


@case
def other_iterables(seen, expect, rng):
    expect(seen.there, "each object given is among the leaves").equals([True] * 5)
    expect(seen.count, "how many leaves").equals(6)
