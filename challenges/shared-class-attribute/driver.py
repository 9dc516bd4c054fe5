"""Fills baskets, copies them, and records what each of them holds and what the class has counted."""

from __future__ import annotations

import copy
import pickle

from inputs import amount, some_items
from viva.driver import case, raised


def filled(kind, items):
    """A basket of this kind with these items added."""
    basket = kind()
    for item in items:
        basket.add(item)
    return basket


@case
def several_items(answer, see, rng):
    one, two, three = some_items(rng, 3)
    see.items = list(filled(answer.Basket, [one, two, three, one]).items)


@case
def baskets_apart(answer, see, rng):
    one, two, three, four = some_items(rng, 4)
    first, second = answer.Basket(), answer.Basket()
    first.add(one)
    second.add(two)
    first.add(three)
    third = answer.Basket()
    see.third_at_first = list(third.items)
    third.add(four)
    see.items = [list(basket.items) for basket in (first, second, third)]


@case
def counts_baskets(answer, see, rng):
    kept = [answer.Basket() for _ in range(amount(rng))]
    see.many = answer.Basket.total_baskets()
    kept += [filled(answer.Basket, some_items(rng, 2)), answer.Basket()]
    see.two_more = answer.Basket.total_baskets()


@case
def count_never_falls(answer, see, rng):
    baskets = [answer.Basket() for _ in range(amount(rng))]
    see.before = answer.Basket.total_baskets()
    baskets.clear()
    see.afterwards = answer.Basket.total_baskets()
    answer.Basket()
    see.one_more = answer.Basket.total_baskets()


@case
def subclasses_apart(answer, see, rng):
    class Gift(answer.Basket):
        pass

    class BigGift(Gift):
        pass

    drawn = some_items(rng, 5)
    kinds = (answer.Basket, Gift, Gift, BigGift, BigGift)
    baskets = [kind() for kind in kinds]
    for basket, item in zip(baskets, drawn):  # noqa: B905
        basket.add(item)
    see.items = [list(basket.items) for basket in baskets]
    see.fresh = [list(kind().items) for kind in (answer.Basket, Gift, BigGift)]


def tamper(handed, item):
    """Tries all that changes a list in place."""
    attempts = [
        lambda: handed.append(item),
        lambda: handed.insert(0, item),
        lambda: handed.__setitem__(0, item),
        lambda: handed.__iadd__([item]),
        lambda: handed.reverse(),
        lambda: handed.pop(),
        lambda: handed.clear(),
    ]
    for each in attempts:
        raised(each)


@case
def handed_out_items(answer, see, rng):
    one, two, three, other = some_items(rng, 4)
    basket = filled(answer.Basket, [one, two])
    tamper(basket.items, other)
    see.afterwards = list(basket.items)
    early = basket.items
    basket.add(three)
    tamper(early, other)
    see.later = list(basket.items)


@case
def counts_on_an_instance(answer, see, rng):
    baskets = [answer.Basket() for _ in range(amount(rng))]
    see.on_instances = [basket.total_baskets() for basket in (baskets[0], baskets[-1])]
    see.on_class = answer.Basket.total_baskets()


@case
def counts_subclasses(answer, see, rng):
    class Gift(answer.Basket):
        pass

    class BigGift(Gift):
        def __init__(self):
            super().__init__()
            self.big = True

    kept, counted = [], []
    for kind in (answer.Basket, Gift, BigGift, answer.Basket, Gift, BigGift):
        kept.append(kind())
        counted.append(answer.Basket.total_baskets())
    see.counted = counted
    see.on_subclasses = [Gift.total_baskets(), BigGift.total_baskets(), kept[-1].total_baskets()]


def copied(answer, see, rng, duplicate):
    one, two, three, four, five = some_items(rng, 5)
    original = filled(answer.Basket, [one, two])
    other = duplicate(original)
    see.copied = list(other.items)
    original.add(three)
    other.add(four)
    see.original, see.other = list(original.items), list(other.items)
    original.add(five)
    see.original_again, see.other_again = list(original.items), list(other.items)
    see.is_basket = isinstance(other, answer.Basket)


@case
def copy_apart(answer, see, rng):
    copied(answer, see, rng, copy.copy)


@case
def deepcopy_apart(answer, see, rng):
    copied(answer, see, rng, copy.deepcopy)


@case
def pickle_apart(answer, see, rng):
    copied(answer, see, rng, lambda basket: pickle.loads(pickle.dumps(basket)))
