"""Starts and numbers of calls that both sides draw alike."""

from __future__ import annotations


def starts(rng) -> list[int]:
    """Draws starts: a small one, a negative one, one just below zero, and a large one."""
    return [rng.randrange(2, 100), -rng.randrange(20, 100), -1, rng.randrange(10**9, 10**12)]


def times(rng) -> int:
    """Draws how often to call."""
    return rng.randrange(5, 12)


def turns(rng) -> list[int]:
    """Draws which of two counters is called, in any order, each at least three times."""
    drawn = [0] * rng.randrange(3, 9) + [1] * rng.randrange(3, 9)
    rng.shuffle(drawn)
    return drawn
