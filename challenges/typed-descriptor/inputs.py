"""Names, kinds and values that both sides draw alike."""

from __future__ import annotations

from enum import IntEnum

WORDS = ["width", "depth", "label", "owner", "total", "model", "batch", "colour", "branch", "phase"]


class Unlike:
    """A value that is of no kind asked for."""


class Level(IntEnum):
    """Integers of a class of their own."""

    LOW = 3
    HIGH = 7


def names(rng, count):
    """So many different attribute names."""
    return [f"{word}{rng.randrange(100, 1000)}" for word in rng.sample(WORDS, count)]


def value_of(rng, kind):
    """A value of one of the built-in kinds; two draws are hardly ever equal."""
    number = rng.randrange(2, 10**9)
    makers = {
        int: lambda: number,
        str: lambda: f"text {number}",
        float: lambda: number + 0.5,
        list: lambda: [number, None],
        dict: lambda: {"key": number},
        bytes: lambda: str(number).encode(),
    }
    return makers[kind]()


def kinds(rng):
    """The built-in kinds, in any order."""
    drawn = [int, str, float, list, dict, bytes]
    rng.shuffle(drawn)
    return drawn


def misfits(rng):
    """Pairs of a kind and a value of another type, some of which could be converted."""
    number = rng.randrange(2, 10**9)
    pairs = [
        (int, str(number)),
        (int, number + 0.5),
        (int, None),
        (str, number),
        (str, b"text"),
        (str, None),
        (list, (number,)),
        (dict, [("key", number)]),
        (bytes, "text"),
        (float, "0.5"),
    ]
    rng.shuffle(pairs)
    return pairs


def own_kind(rng):
    """A new class with a name that nobody can know."""
    return type(f"Kind{rng.randrange(10**6)}", (), {})
