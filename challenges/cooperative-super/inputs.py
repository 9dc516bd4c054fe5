"""Names and values that both sides draw alike."""

from __future__ import annotations

NAMES = ["Cached", "Audited", "Metered", "Traced", "Secured"]


def mixin_names(rng) -> list:
    """Draws the names of two mixins."""
    return rng.sample(NAMES, 2)


def values(rng) -> list:
    """Draws three values for keywords."""
    return [f"{word} {rng.randint(10, 99)}" for word in ("journal", "sundial", "drawer")]
