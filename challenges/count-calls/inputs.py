"""Numbers and words that both sides draw alike."""

from __future__ import annotations

THREADS, CALLS_EACH = 6, 20


def number(rng) -> int:
    """Draws how often something is called."""
    return rng.randrange(3, 9)


def values(rng, count: int) -> list[int]:
    """Draws different values."""
    return rng.sample(range(100, 10_000), count)


def word(rng) -> str:
    """Draws a word that can be a name."""
    return "".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=8)) + "_"
