"""Amounts and currencies that both sides draw alike."""

from __future__ import annotations

from decimal import Decimal

CURRENCIES = ["EUR", "USD", "GBP", "CHF", "JPY", "SEK"]


def currencies(rng, count):
    """So many different currencies."""
    return rng.sample(CURRENCIES, count)


def quarters(rng, count):
    """Different amounts, in order, that are whole numbers of quarters: a binary float holds them exactly."""
    return [Decimal(number) / 4 for number in sorted(rng.sample(range(1, 4000), count))]


def shuffled(rng, items):
    """The items in any order."""
    items = list(items)
    rng.shuffle(items)
    return items


def cents(rng, count):
    """Amounts with cents that no binary float holds exactly."""
    return [Decimal(rng.randrange(1, 100_000) * 10 + rng.choice([1, 3, 7, 9])) / 100 for _ in range(count)]


def whole(rng, count):
    """Whole amounts, as ints; one of them is negative."""
    return [rng.randrange(1, 10_000) for _ in range(count - 1)] + [-rng.randrange(1, 10_000)]


def spellings(rng):
    """One amount, spelt in several ways."""
    tenths = Decimal(rng.randrange(1, 1000) * 10 + rng.randrange(1, 10)) / 10
    return [f"{tenths:.1f}", f"{tenths:.2f}", f"{tenths:.3f}", Decimal(f"{tenths:.4f}")]


def whole_spellings(rng):
    """One whole amount, spelt in several ways."""
    number = rng.randrange(1, 1000)
    return [number * 100, f"{number * 100}.00", Decimal(number * 100), f"{number}e2"]
