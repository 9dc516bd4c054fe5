"""Values that both sides draw alike."""

from __future__ import annotations

WORDS = ["tea", "jam", "milk", "rice", "salt", "plum", "leek", "oats"]


def plain(rng, count: int) -> list:
    """Draws values that are neither None nor empty, all different."""
    numbers = rng.sample(range(1, 1000), count)
    return [rng.choice([number, f"{rng.choice(WORDS)} {number}", [number]]) for number in numbers]


def falsy(rng) -> list:
    """Every kind of falsy value but None, in any order."""
    things = [0, 0.0, "", b"", False, [], (), {}, set()]
    rng.shuffle(things)
    return things


def nones(rng) -> list[None]:
    """Draws how often None comes, at least once."""
    return [None] * rng.randrange(1, 6)
