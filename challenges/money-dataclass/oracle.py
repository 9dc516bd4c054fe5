"""What the moneys should have said."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import inputs
from viva.oracle import case

# What a money says of a smaller, an equal and a greater one: `<`, `<=`, `>`, `>=`.
ANSWERS = [[False, False, True], [False, True, True], [True, False, False], [True, True, False]]


def parts(seen, count):
    """The recorded items, or as many of nothing where they were not recorded."""
    return seen if isinstance(seen, list) and len(seen) == count else [seen] * count


@case
def equality(seen, expect, rng):
    ours, _ = inputs.currencies(rng, 2)
    low, _ = inputs.quarters(rng, 2)
    expect(seen.parts, "amount and currency").equals([Fraction(low), ours])
    expect(seen.equal, "== with the same, another amount, another currency").equals([True, False, False])
    expect(seen.unequal, "!= with the same, another amount, another currency").equals([False, True, True])


@case
def hashing(seen, expect, rng):
    expect(seen.same_hash, "hashes of equal moneys agree").is_true()
    expect(seen.counts, "how often each money was counted as a key").equals([2, 2, 1, 1])
    expect(seen.found, "found in a set").is_true()


@case
def addition(seen, expect, rng):
    (currency,) = inputs.currencies(rng, 1)
    first, second = inputs.shuffled(rng, inputs.quarters(rng, 2))
    expect(seen.total, "amount and currency of the sum").equals([Fraction(first + second), currency])
    expect(seen.is_money, "the sum is a Money").is_true()
    expect(seen.operands, "the operands afterwards").equals([Fraction(first), Fraction(second)])


@case
def less_than(seen, expect, rng):
    expect(seen.answers, "< with a smaller, an equal, a greater one").equals(ANSWERS[:1])


@case
def all_comparisons(seen, expect, rng):
    rows = zip(("<", "<=", ">", ">="), parts(seen.answers, 4), ANSWERS)  # noqa: B905
    for sign, answers, right in rows:
        expect(answers, f"{sign} with a smaller, an equal, a greater one").equals(right)


@case
def amount_decides(seen, expect, rng):
    expect(seen.negative_first, "a negative amount < a positive one").is_true()
    expect(seen.nine_and_ten, "9 < 10, 10 < 9").equals([True, False])


@case
def adding_currencies(seen, expect, rng):
    inputs.currencies(rng, 2)
    low, high = inputs.quarters(rng, 2)
    for error in parts(seen.errors, 2):
        expect(error, "error of +").raises("ValueError")
    expect(seen.total, "the sum within one currency").equals(Fraction(low + high))


@case
def ordering_currencies(seen, expect, rng):
    errors = zip(parts(seen.errors, 12), ("<", "<=", ">", ">=") * 3)  # noqa: B905
    for error, sign in errors:
        expect(error, f"error of {sign}").raises("ValueError")
    expect(seen.in_one, "< within one currency").is_true()


@case
def frozen(seen, expect, rng):
    ours, _ = inputs.currencies(rng, 2)
    low, _ = inputs.quarters(rng, 2)
    expect(seen.refused, "assigning amount and currency is refused").equals([True, True])
    expect(seen.afterwards, "amount and currency afterwards").equals([Fraction(low), ours])


@case
def keeps_decimals(seen, expect, rng):
    inputs.currencies(rng, 1)
    expect(seen.amounts, "amounts").equals(inputs.cents(rng, 5))


@case
def takes_texts(seen, expect, rng):
    inputs.currencies(rng, 1)
    expect(seen.amounts, "amounts").equals(inputs.cents(rng, 5))


@case
def takes_ints(seen, expect, rng):
    inputs.currencies(rng, 1)
    expect(seen.amounts, "amounts").equals([Decimal(amount) for amount in inputs.whole(rng, 5)])


@case
def refuses_floats(seen, expect, rng):
    inputs.currencies(rng, 1)
    for error in parts(seen.errors, 5):
        expect(error, "error for a float").raises("TypeError")
    expect(seen.made, "amount of a money that can be").equals(Fraction(inputs.cents(rng, 3)[0]))


@case
def sums(seen, expect, rng):
    (currency,) = inputs.currencies(rng, 1)
    amounts = inputs.cents(rng, 12)
    expect(seen.total, "the sum").equals([Fraction(sum(amounts)), currency])
    expect(seen.of_none, "the sum of none").equals([Fraction(amounts[0]), currency])


@case
def sorting(seen, expect, rng):
    inputs.currencies(rng, 1)
    amounts = sorted(Fraction(amount) for amount in [*inputs.quarters(rng, 8), Decimal(-3), Decimal(0)])
    expect(seen.rising, "sorted").equals(amounts)
    expect(seen.falling, "sorted, reversed").equals(amounts[::-1])
    expect(seen.ends, "smallest and greatest").equals([amounts[0], amounts[-1]])


def compared(seen, expect):
    expect(seen.equal, "equal to the first spelling").equals([True] * 4)
    expect(seen.same_hash, "hash like the first spelling").equals([True] * 4)
    expect(seen.members, "members of a set of them").equals(1)


@case
def spelling_does_not_count(seen, expect, rng):
    compared(seen, expect)


@case
def whole_spelling_does_not_count(seen, expect, rng):
    compared(seen, expect)
