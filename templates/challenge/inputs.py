"""Inputs that the driver and the oracle draw alike. No expected value may stand here."""

from __future__ import annotations

from random import Random


def numbers_with_a_repeat(rng: Random) -> list[int]:
    """Distinct numbers, then one of them again, then more of all kinds."""
    numbers = rng.sample(range(1000), rng.randint(4, 9))
    return [*numbers, rng.choice(numbers), *rng.sample(range(1000), 20)]
