"""Makes multipliers, calls them, and records the products."""

from __future__ import annotations

from inputs import operands, sizes
from viva.driver import case

NAMES = ("i", "j", "k", "n", "x", "index", "factor", "value")


def products(multipliers, numbers):
    """What every multiplier makes of these numbers. All are there before the first is called."""
    return [[multiply(number) for number in numbers] for multiply in list(multipliers)]


@case
def five_callables(answer, see, rng):
    made = answer.create_multipliers()
    see.is_list = isinstance(made, list)
    see.callable = [callable(multiply) for multiply in made]


@case
def last_one(answer, see, rng):
    *_, last = answer.create_multipliers()
    see.products = [last(number) for number in operands(rng)]


@case
def all_right(answer, see, rng):
    see.for_two = [multiply(2) for multiply in list(answer.create_multipliers())]
    see.by_default = products(answer.create_multipliers(), operands(rng))
    see.for_five = products(answer.create_multipliers(5), operands(rng))


@case
def any_size(answer, see, rng):
    numbers = operands(rng)
    see.products = [products(answer.create_multipliers(size), numbers) for size in sizes(rng)]
    see.by_keyword = products(answer.create_multipliers(n=3), numbers)


@case
def none_at_all(answer, see, rng):
    made = answer.create_multipliers(0)
    see.is_list, see.made = isinstance(made, list), len(made)
    see.last = answer.create_multipliers(2)[-1](operands(rng)[0])


@case
def other_names_do_not_matter(answer, see, rng):
    numbers, elsewhere = operands(rng), rng.randint(100, 999)
    for name in NAMES:
        if not hasattr(answer, name):
            setattr(answer, name, elsewhere)
    made = list(answer.create_multipliers())
    before = products(made, numbers)
    for name in NAMES:
        if type(getattr(answer, name)) is int:
            setattr(answer, name, elsewhere + 1)
    see.before, see.after = before, products(made, numbers)


@case
def independent_lists(answer, see, rng):
    numbers = operands(rng)
    first, second = answer.create_multipliers(5), answer.create_multipliers(5)
    kept = list(second)
    first.clear()
    third = answer.create_multipliers(5)
    see.lengths = [len(first), len(second), len(third)]
    see.products = [products(made, numbers) for made in (kept, second, third)]
