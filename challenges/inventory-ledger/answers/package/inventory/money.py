"""Money as whole cents inside, as Decimal outside. No decimal context takes part."""

from decimal import Decimal, InvalidOperation
from fractions import Fraction


def exact(value, kinds, what):
    if isinstance(value, bool) or not isinstance(value, kinds):
        raise TypeError(f"{what} must not be a {type(value).__name__}")
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        raise ValueError(f"{value!r} is no {what}")
    return Fraction(number)


def to_cents(price):
    cents = exact(price, (str, int, Decimal), "price") * 100
    if cents < 0 or cents.denominator != 1:
        raise ValueError(f"{price!r} is no price in whole cents")
    return int(cents)


def total_cents(quantity, cents, discount):
    cut = exact(discount, (int, Decimal), "discount")
    if not 0 <= cut <= 100:
        raise ValueError(f"{discount!r} is no discount from 0 to 100")
    return int(quantity * cents * (100 - cut) / 100 + Fraction(1, 2))


def to_decimal(cents):
    return Decimal(f"{cents // 100}.{cents % 100:02}")
