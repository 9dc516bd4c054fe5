"""What both sides draw: the arguments, and the secret terms that make results impossible to guess."""

from __future__ import annotations


def secret(rng):
    """A term of the computation that no answer can know."""
    return rng.randrange(10**6, 10**9)


def numbers(rng, count):
    """So many different integers."""
    return rng.sample(range(2, 10**5), count)


def words(rng, count):
    """So many different texts."""
    return [f"word-{number}" for number in rng.sample(range(10**6), count)]


def depth(rng):
    """How deep the recursion goes: enough to matter, and within the default limit for a plain wrapper."""
    return rng.randint(290, 300)
