"""Inputs that the driver and the oracle draw alike."""

from __future__ import annotations

WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet", "juniper"]


def file_name(rng):
    """A name for a file in a fresh folder."""
    return f"{rng.choice(WORDS)}-{rng.randrange(1000)}.txt"


def lines(rng):
    """Three to six lines of text with their line ends."""
    count = rng.randint(3, 6)
    return [f"{rng.choice(WORDS)} {rng.randrange(10_000)}\n" for _ in range(count)]


def message(rng):
    """The text of an error."""
    return f"{rng.choice(WORDS)} {rng.randrange(10_000)}"
