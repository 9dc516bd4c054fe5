"""Numbers that both sides draw alike."""

from __future__ import annotations

WORDS = ["north", "south", "east", "west", "up", "down"]
# Right-angled triangles, and boxes with a whole diagonal; the last number is the length.
ARROWS = [(3, 4, 5), (5, 12, 13), (8, 15, 17), (2, 3, 6, 7), (1, 4, 8, 9), (6,) * 2, (2, 4, 5, 6, 9)]


def numbers(rng, count: int) -> list:
    """Draws so many different whole numbers, some below zero."""
    return [number * rng.choice([1, -1]) for number in rng.sample(range(2, 100), count)]


def pairs(rng) -> list:
    """Draws pairs of lists of equal lengths: two, three and four numbers."""
    return [(numbers(rng, count), numbers(rng, count)) for count in (2, 3, 4)]


def arrow(rng) -> tuple:
    """Draws components and the length of their arrow."""
    *parts, length = rng.choice(ARROWS)
    scale = rng.randint(1, 9)
    return [part * scale * rng.choice([1, -1]) for part in parts], length * scale


def strangers(rng) -> list:
    """Draws values that are neither vectors nor numbers; the tuple has two components, as the vector has."""
    return [rng.choice(WORDS), tuple(numbers(rng, 2)), None]
