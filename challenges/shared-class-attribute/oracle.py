"""What each basket should have held, and what the class should have counted."""

from __future__ import annotations

from inputs import amount, some_items
from viva.oracle import case


@case
def several_items(seen, expect, rng):
    one, two, three = some_items(rng, 3)
    expect(seen.items, "items").equals([one, two, three, one])


@case
def baskets_apart(seen, expect, rng):
    one, two, three, four = some_items(rng, 4)
    expect(seen.third_at_first, "items of a fresh basket").equals([])
    expect(seen.items, "items of three baskets").equals([[one, three], [two], [four]])


@case
def counts_baskets(seen, expect, rng):
    count = amount(rng)
    expect(seen.many, "baskets").equals(count)
    expect(seen.two_more, "baskets, two more").equals(count + 2)


@case
def count_never_falls(seen, expect, rng):
    count = amount(rng)
    expect(seen.before, "baskets").equals(count)
    expect(seen.afterwards, "when they are gone").equals(count)
    expect(seen.one_more, "after one more").equals(count + 1)


@case
def subclasses_apart(seen, expect, rng):
    expect(seen.items, "items of five baskets").equals([[item] for item in some_items(rng, 5)])
    expect(seen.fresh, "items of fresh baskets").equals([[], [], []])


@case
def handed_out_items(seen, expect, rng):
    one, two, three, _ = some_items(rng, 4)
    expect(seen.afterwards, "items afterwards").equals([one, two])
    expect(seen.later, "items after one more was added").equals([one, two, three])


@case
def counts_on_an_instance(seen, expect, rng):
    count = amount(rng)
    expect(seen.on_instances, "asked of two baskets").equals([count, count])
    expect(seen.on_class, "asked of the class").equals(count)


@case
def counts_subclasses(seen, expect, rng):
    expect(seen.counted, "Basket.total_baskets() after each basket").equals([1, 2, 3, 4, 5, 6])
    expect(seen.on_subclasses, "asked of subclasses and an instance").equals([6, 6, 6])


def copied(seen, expect, rng):
    one, two, three, four, five = some_items(rng, 5)
    expect(seen.is_basket, "the copy is a basket").is_true()
    expect(seen.copied, "items of the copy").equals([one, two])
    expect(seen.original, "items of the original, one more added").equals([one, two, three])
    expect(seen.other, "items of the copy, another added").equals([one, two, four])
    expect(seen.original_again, "items of the original in the end").equals([one, two, three, five])
    expect(seen.other_again, "items of the copy in the end").equals([one, two, four])


@case
def copy_apart(seen, expect, rng):
    copied(seen, expect, rng)


@case
def deepcopy_apart(seen, expect, rng):
    copied(seen, expect, rng)


@case
def pickle_apart(seen, expect, rng):
    copied(seen, expect, rng)
