"""What both sides draw: what is multiplied, and how many multipliers there are."""

from __future__ import annotations


def operands(rng, count=3):
    """So many integers, none of them zero, a negative and a large one among them."""
    return [-rng.randint(2, 99), rng.randint(10**12, 10**13)] + [
        rng.randint(3, 999) for _ in range(count - 2)
    ]


def sizes(rng):
    """Three numbers of multipliers, none of them the default."""
    return [2, rng.randint(6, 9), rng.randint(20, 60)]
