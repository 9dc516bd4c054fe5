"""Oracles as a careless author writes them: what they check, and whether they fail, hangs on what is seen."""

import ast

from viva.oracle import case


def words(rng):
    return [str(rng.randrange(10**6)) for _ in range(3)]


@case
def each(seen, expect, rng):
    for one, wanted in zip(seen.parts, words(rng)):  # noqa: B905
        expect(one, "word").equals(wanted)


@case
def last(seen, expect, rng):
    for one in seen.parts:  # noqa: B007
        found = one
    expect(found, "last word").equals(words(rng)[-1])


@case
def asserted(seen, expect, rng):
    assert len(seen.parts) == 3
    expect(seen.parts, "words").equals(words(rng))


@case
def parsed(seen, expect, rng):
    numbers = [ast.literal_eval(one) for one in seen.parts]
    expect(numbers, "numbers").equals([int(word) for word in words(rng)])
