"""What both sides draw: keys."""

from __future__ import annotations


def keys(rng, count):
    """So many different keys: texts, numbers and tuples."""
    drawn = rng.sample(range(10**6), count)
    shapes = (lambda n: f"key-{n}", lambda n: n, lambda n: ("pair", n))
    return [shapes[index % 3](number) for index, number in enumerate(drawn)]


def rounds(rng):
    """How often something is done again."""
    return rng.randint(3, 6)
