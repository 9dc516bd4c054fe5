"""Inputs that the driver and the oracle draw alike."""

from __future__ import annotations

THOUSANDS = 10_000


def limit(rng):
    """How many may be in flight."""
    return rng.randint(2, 5)


def values(rng, count):
    """So many different results."""
    return rng.sample(range(100_000), count)


def rounds(rng, count):
    """How many turns of the loop each of so many takes."""
    return [rng.randint(0, 12) for _ in range(count)]


def bad_limit(rng):
    """A negative limit."""
    return -rng.randint(1, 9)
