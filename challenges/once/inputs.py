"""Numbers and words that both sides draw alike."""

from __future__ import annotations

WORDS = ["alpha", "beta", "gamma", "delta", "kappa", "sigma", "omega", "zeta"]


def secret(rng) -> int:
    """Draws a number that a result must hold."""
    return rng.randint(1000, 9999)


def words(rng, count: int) -> list:
    """Draws so many different words."""
    return rng.sample(WORDS, count)
