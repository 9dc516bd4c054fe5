"""Lists that both sides draw alike."""

from __future__ import annotations


def numbers(rng, least: int = 2, most: int = 6) -> list:
    """Draws a list of `least` to `most` numbers."""
    return [rng.randrange(1000) for _ in range(rng.randrange(least, most + 1))]
