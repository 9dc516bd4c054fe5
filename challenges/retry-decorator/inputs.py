"""What both sides draw: how often a function fails, how long to wait, what it is called with."""

from __future__ import annotations


def attempts(rng):
    """A limit of attempts, at least 3 so that there are pauses on both sides of one attempt."""
    return rng.randint(4, 8)


def failures(rng):
    """How often a function fails before its first success; fewer than any limit."""
    return rng.randint(2, 3)


def pause(rng):
    """Seconds between two attempts, exact in binary and never the default."""
    return rng.choice([0.25, 0.5, 1.5, 2.5, 12.0])


def token(rng):
    """A result that nobody can guess."""
    return f"result-{rng.randrange(10**9)}"


def arguments(rng):
    """Three positional arguments."""
    return (rng.randrange(10**6), token(rng), [rng.randrange(100), None])


def keywords(rng):
    """Keyword arguments by name."""
    return {"timeout": rng.randrange(10**6), "verify": rng.random() < 0.5, "label": token(rng)}
