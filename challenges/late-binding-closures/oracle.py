"""What the multipliers make of each number."""

from __future__ import annotations

from inputs import operands, sizes
from viva.oracle import case


def table(size, numbers):
    """The products of so many multipliers."""
    return [[factor * number for number in numbers] for factor in range(size)]


@case
def five_callables(seen, expect, rng):
    expect(seen.is_list, "it is a list").is_true()
    expect(seen.callable, "which are callable").equals([True] * 5)


@case
def last_one(seen, expect, rng):
    expect(seen.products, "products of the last multiplier").equals([4 * number for number in operands(rng)])


@case
def all_right(seen, expect, rng):
    expect(seen.for_two, "[multiply(2) for multiply in create_multipliers()]").equals([0, 2, 4, 6, 8])
    expect(seen.by_default, "products of create_multipliers()").equals(table(5, operands(rng)))
    expect(seen.for_five, "products of create_multipliers(5)").equals(table(5, operands(rng)))


@case
def any_size(seen, expect, rng):
    numbers = operands(rng)
    expect(seen.products, "products").equals([table(size, numbers) for size in sizes(rng)])
    expect(seen.by_keyword, "products of create_multipliers(n=3)").equals(table(3, numbers))


@case
def none_at_all(seen, expect, rng):
    expect(seen.is_list, "it is a list").is_true()
    expect(seen.made, "multipliers").equals(0)
    expect(seen.last, "product of the second of two").equals(operands(rng)[0])


@case
def other_names_do_not_matter(seen, expect, rng):
    products = table(5, operands(rng))
    expect(seen.before, "products before the other variables change").equals(products)
    expect(seen.after, "products afterwards").equals(products)


@case
def independent_lists(seen, expect, rng):
    numbers = operands(rng)
    expect(seen.lengths, "lengths after the first list was emptied").equals([0, 5, 5])
    expect(seen.products, "products").equals([table(5, numbers)] * 3)
