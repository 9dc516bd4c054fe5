"""What both sides draw: by how much a counter counts on."""

from __future__ import annotations


def amounts(rng, count):
    """So many integers above one, all different, whose sums tell which of them were counted."""
    return rng.sample(range(2, 10**6), count)


def calls(rng):
    """How often each thread counts."""
    return rng.randint(30, 40)
