"""Items and lists that both sides draw alike."""

from __future__ import annotations

WORDS = ["tea", "jam", "milk", "rice", "salt", "plum", "leek", "oats", "figs", "corn"]


def some_items(rng, count: int) -> list:
    """Draws `count` different items, numbers and words mixed."""
    numbers = rng.sample(range(100, 1000), count)
    return [rng.choice([number, f"{rng.choice(WORDS)} {number}"]) for number in numbers]
