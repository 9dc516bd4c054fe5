"""What both sides draw: capacities, keys, values and a long history of calls."""

from __future__ import annotations


def capacity(rng):
    """A small capacity, at least 3."""
    return rng.randint(3, 7)


def keys(rng, count):
    """So many different keys: texts, numbers and tuples."""
    drawn = rng.sample(range(10**6), count)
    shapes = (lambda n: f"key-{n}", lambda n: n, lambda n: ("pair", n))
    return [shapes[index % 3](number) for index, number in enumerate(drawn)]


def values(rng, count):
    """So many values that nobody can guess, all different, none falsy."""
    return [f"value-{number}" for number in rng.sample(range(10**6), count)]


def history(rng, names, length):
    """Calls as `("get", key)` and `("put", key, value)`; a few more puts than gets."""
    calls = []
    for _ in range(length):
        key = rng.choice(names)
        calls.append(("put", key, rng.randrange(10**9)) if rng.random() < 0.55 else ("get", key))
    return calls
