"""Inputs that the driver and the oracle draw alike."""

from __future__ import annotations

COUNT = 5
WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet", "juniper"]


def numbers(rng):
    """Some different numbers."""
    return rng.sample(range(2, 10_000), COUNT)


def word(rng):
    """A word that is no number."""
    return f"{rng.choice(WORDS)}{rng.randrange(10_000)}"


def unknown_kind(rng):
    """A kind that nobody asked for."""
    return rng.choice(["gpu", "threads", "process", "coroutine"])
