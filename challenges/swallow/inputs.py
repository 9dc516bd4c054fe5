"""Inputs that the driver and the oracle draw alike."""

from __future__ import annotations

WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet", "juniper"]


class Refused(Exception):
    """An exception that no answer can know by name."""


class Overdrawn(Refused):
    """A kind of it."""


class Closed(Overdrawn):
    """A kind of a kind of it."""


def kinds(rng, count):
    """Different kinds of exceptions, none a base of another."""
    return rng.sample(
        [ConnectionError, Refused, TypeError, ValueError, ZeroDivisionError, LookupError], count
    )


def family(rng):
    """A kind, and exceptions of kinds below it."""
    text = word(rng)
    return rng.choice(
        [
            (LookupError, [KeyError(text), IndexError(text)]),
            (OSError, [ConnectionResetError(text), FileNotFoundError(text)]),
            (Refused, [Overdrawn(text), Closed(text)]),
            (ArithmeticError, [ZeroDivisionError(text), OverflowError(text)]),
        ]
    )


def word(rng):
    """A text for an error."""
    return f"{rng.choice(WORDS)} {rng.randrange(10_000)}"


def numbers(rng):
    """Two different numbers."""
    return rng.sample(range(2, 1000), 2)
