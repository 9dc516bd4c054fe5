"""Nested lists that both sides draw alike."""

from __future__ import annotations

DEPTH = 100_000
# Every so many levels one has leaves of its own.
EVERY = 10


def numbers(rng, count: int) -> list[int]:
    """Draws different numbers, none of them 0 or 1."""
    return rng.sample(range(2, 10_000), count)


def words(rng, count: int) -> list[str]:
    """Draws different words of three letters."""
    return ["".join(rng.sample("abcdefghijkl", 3)) + letter for letter in rng.sample("mnopqrstuvwxyz", count)]


def nested(rng, leaves: list, kinds=(list,)):
    """The leaves in order within containers of these kinds, nested a few levels deep."""
    if len(leaves) < 3:
        return rng.choice(kinds)(leaves)
    first, second = sorted(rng.sample(range(1, len(leaves)), 2))
    parts = [nested(rng, leaves[:first], kinds), *leaves[first:second], nested(rng, leaves[second:], kinds)]
    return rng.choice(kinds)(parts)


def crooked(rng) -> list:
    """Draws lists nested on either side and in the middle, several levels deep."""
    a, b, c, d, e, f, g, h = numbers(rng, 8)
    return [a, [b, [[c]], d], [[[e], f], g, nested(rng, numbers(rng, 9))], h]


def mixed(rng) -> list:
    """Draws tuples in lists and lists in tuples."""
    a, b, c, d, e, f, g, h = numbers(rng, 8)
    return [a, (b, c), [(d, [e]), f], ([g], (h,)), nested(rng, numbers(rng, 9), (list, tuple))]


def with_strings(rng) -> list:
    """Draws strings of several lengths among numbers."""
    first, second, third = words(rng, 3)
    number, other = numbers(rng, 2)
    return [first, [number, second[0], [""]], third, [other]]


def plain(rng) -> list:
    """Draws leaves that are falsy, or small, or no number at all."""
    a, b = numbers(rng, 2)
    return [None, a, [0, [False, None], 0.0], [True, [b / 7]], complex(a, b), None]


def with_bytes(rng) -> list:
    """Draws bytes among numbers."""
    first, second = (word.encode() for word in words(rng, 2))
    a, b = numbers(rng, 2)
    return [first, [a, b"", [second]], b]


def with_empties(rng) -> list:
    """Draws a list with empty lists and tuples in it, and containers of nothing else."""
    a, b, c = numbers(rng, 3)
    return [[], a, [[], [()]], (), [b, ([],), c], [[[[]]]]]


def deep_parts(rng) -> tuple[list[int], list[int]]:
    """Draws the leaves that come before and after the deepest level, from the outside in."""
    count = DEPTH // EVERY
    return rng.sample(range(10**6), count + 1), rng.sample(range(10**6), count)


def deep(before: list[int], after: list[int]) -> list:
    """Containers nested very deeply, some of which have a leaf before the next and one after it."""
    level: list | tuple = [before[-1]]
    for number in reversed(range(DEPTH)):
        place, rest = divmod(number, EVERY)
        if rest == 0:
            level = [before[place], level, after[place]]
        elif rest == 1:
            level = (level,)
        else:
            level = [level]
    return level


def with_dicts(rng) -> list:
    """Draws dicts and sets among numbers, empty ones too."""
    word, other = words(rng, 2)
    a, b, c = numbers(rng, 3)
    return [a, {word: [b]}, [{c, other}, [{}]], frozenset([a, word]), set()]
