"""Names and numbers that both sides draw alike."""

from __future__ import annotations

MANY, MODULUS = 10_000, 1_000_003


def names(rng, count: int) -> list[str]:
    """Draws different names."""
    return rng.sample("abcdefghijklmnopqrstuvwxyz", count)


def number(rng) -> int:
    """Draws a number."""
    return rng.randrange(10, 1_000)


def factors(rng) -> list[tuple[int, int]]:
    """Draws very many pairs of a factor and a summand."""
    return [(rng.randrange(2, 99), rng.randrange(1, 99)) for _ in range(MANY)]
