"""Items that both sides draw alike."""

from __future__ import annotations

WORDS = ["tea", "jam", "milk", "rice", "salt", "plum", "leek", "oats", "figs", "corn"]


def some_items(rng, count: int) -> list:
    """Draws `count` different items."""
    return [f"{rng.choice(WORDS)} {number}" for number in rng.sample(range(10, 100), count)]


def amount(rng) -> int:
    """Draws how many baskets to make."""
    return rng.randint(3, 9)
