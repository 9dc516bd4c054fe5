"""Starts that both sides draw alike."""

from __future__ import annotations


def starts(rng, count):
    """So many different starts, from 2 up."""
    return rng.sample(range(2, 30), count)


def start_at_least(rng, least):
    """One start that is not below `least`."""
    return rng.randrange(least, least + 20)
