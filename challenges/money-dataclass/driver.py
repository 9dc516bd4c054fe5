"""Makes moneys, adds, orders and sums them, and records what came out."""

from __future__ import annotations

import operator
from decimal import Decimal
from fractions import Fraction

import inputs
from viva.driver import case, raised

ORDERS = [operator.lt, operator.le, operator.gt, operator.ge]


def number(money):
    """The amount as an exact number, whatever it is kept as."""
    return Fraction(money.amount)


@case
def equality(answer, see, rng):
    ours, theirs = inputs.currencies(rng, 2)
    low, high = inputs.quarters(rng, 2)
    one, same = answer.Money(low, ours), answer.Money(low, ours)
    more, foreign = answer.Money(high, ours), answer.Money(low, theirs)
    see.parts = [number(one), one.currency]
    see.equal = [bool(one == same), bool(one == more), bool(one == foreign)]
    see.unequal = [bool(one != same), bool(one != more), bool(one != foreign)]


@case
def hashing(answer, see, rng):
    ours, theirs = inputs.currencies(rng, 2)
    low, high = inputs.quarters(rng, 2)
    keys = [(low, ours), (high, ours), (low, theirs), (low, ours), (high, theirs), (high, ours)]
    see.same_hash = hash(answer.Money(low, ours)) == hash(answer.Money(low, ours))
    counts = {}
    for amount, currency in keys:
        money = answer.Money(amount, currency)
        counts[money] = counts.get(money, 0) + 1
    see.counts = list(counts.values())
    see.found = answer.Money(high, theirs) in set(counts)


@case
def addition(answer, see, rng):
    (currency,) = inputs.currencies(rng, 1)
    first, second = inputs.shuffled(rng, inputs.quarters(rng, 2))
    left, right = answer.Money(first, currency), answer.Money(second, currency)
    total = left + right
    see.total = [number(total), total.currency]
    see.is_money = isinstance(total, answer.Money)
    see.operands = [number(left), number(right)]


def orders(answer, see, rng, compares):
    """What the comparisons say of a smaller, an equal and a greater one."""
    (currency,) = inputs.currencies(rng, 1)
    low, middle, high = (answer.Money(amount, currency) for amount in inputs.quarters(rng, 3))
    again = answer.Money(middle.amount, currency)
    see.answers = [[bool(compare(middle, other)) for other in (low, again, high)] for compare in compares]


@case
def less_than(answer, see, rng):
    orders(answer, see, rng, ORDERS[:1])


@case
def all_comparisons(answer, see, rng):
    orders(answer, see, rng, ORDERS)


@case
def amount_decides(answer, see, rng):
    (currency,) = inputs.currencies(rng, 1)
    short, long = (answer.Money(Decimal(amount), currency) for amount in inputs.whole(rng, 2))
    nine, ten = answer.Money(Decimal(9), currency), answer.Money(Decimal(10), currency)
    see.negative_first = bool(long < short)
    see.nine_and_ten = [bool(nine < ten), bool(ten < nine)]


@case
def adding_currencies(answer, see, rng):
    ours, theirs = inputs.currencies(rng, 2)
    low, high = inputs.quarters(rng, 2)
    see.errors = [
        raised(operator.add, answer.Money(low, ours), answer.Money(high, theirs)),
        raised(operator.add, answer.Money(low, theirs), answer.Money(low, ours)),
    ]
    see.total = number(answer.Money(low, ours) + answer.Money(high, ours))


@case
def ordering_currencies(answer, see, rng):
    ours, theirs = inputs.currencies(rng, 2)
    low, high = inputs.quarters(rng, 2)
    one, more = answer.Money(low, ours), answer.Money(high, theirs)
    pairs = [(one, more), (more, one), (one, answer.Money(low, theirs))]
    see.errors = [raised(compare, left, right) for left, right in pairs for compare in ORDERS]
    see.in_one = bool(one < answer.Money(high, ours))


@case
def frozen(answer, see, rng):
    ours, theirs = inputs.currencies(rng, 2)
    low, high = inputs.quarters(rng, 2)
    money = answer.Money(low, ours)
    see.refused = [
        raised(setattr, money, "amount", high) is not None,
        raised(setattr, money, "currency", theirs) is not None,
    ]
    see.afterwards = [number(money), money.currency]


@case
def keeps_decimals(answer, see, rng):
    (currency,) = inputs.currencies(rng, 1)
    see.amounts = [answer.Money(amount, currency).amount for amount in inputs.cents(rng, 5)]


@case
def takes_texts(answer, see, rng):
    (currency,) = inputs.currencies(rng, 1)
    see.amounts = [answer.Money(str(amount), currency).amount for amount in inputs.cents(rng, 5)]


@case
def takes_ints(answer, see, rng):
    (currency,) = inputs.currencies(rng, 1)
    see.amounts = [answer.Money(amount, currency).amount for amount in inputs.whole(rng, 5)]


@case
def refuses_floats(answer, see, rng):
    (currency,) = inputs.currencies(rng, 1)
    amounts = inputs.cents(rng, 3)
    see.errors = [raised(answer.Money, float(amount), currency) for amount in (*amounts, 2, 0)]
    see.made = number(answer.Money(amounts[0], currency))


@case
def sums(answer, see, rng):
    (currency,) = inputs.currencies(rng, 1)
    amounts = inputs.cents(rng, 12)
    total = sum([answer.Money(amount, currency) for amount in amounts], answer.Money(Decimal(0), currency))
    see.total = [number(total), total.currency]
    nothing = sum([], answer.Money(amounts[0], currency))
    see.of_none = [number(nothing), nothing.currency]


@case
def sorting(answer, see, rng):
    (currency,) = inputs.currencies(rng, 1)
    amounts = inputs.shuffled(rng, [*inputs.quarters(rng, 8), Decimal(-3), Decimal(0)])
    moneys = [answer.Money(amount, currency) for amount in amounts]
    see.rising = [number(money) for money in sorted(moneys)]
    see.falling = [number(money) for money in sorted(moneys, reverse=True)]
    see.ends = [number(min(moneys)), number(max(moneys))]


def compared(answer, see, rng, spellings):
    """Whether moneys of amounts that are spelt differently are equal, and whether they hash alike."""
    (currency,) = inputs.currencies(rng, 1)
    moneys = [answer.Money(amount, currency) for amount in spellings]
    see.equal = [bool(moneys[0] == money) for money in moneys]
    see.same_hash = [hash(moneys[0]) == hash(money) for money in moneys]
    see.members = len(set(moneys))


@case
def spelling_does_not_count(answer, see, rng):
    compared(answer, see, rng, inputs.spellings(rng))


@case
def whole_spelling_does_not_count(answer, see, rng):
    compared(answer, see, rng, inputs.whole_spellings(rng))
