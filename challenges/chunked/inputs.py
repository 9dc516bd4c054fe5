"""Items and sizes that both sides draw alike."""

from __future__ import annotations

FALSY = [None, 0, "", False, 0.0]


def size(rng):
    """A size of chunks."""
    return rng.randint(2, 7)


def numbers(rng, count):
    """So many numbers, different from each other."""
    return rng.sample(range(1000), count)


def full(rng):
    """Items that fill some chunks, and the size of those."""
    length = size(rng)
    return numbers(rng, length * rng.randint(3, 6)), length


def ragged(rng):
    """Items that leave a shorter chunk at the end, and the size of the others."""
    length = size(rng)
    return numbers(rng, length * rng.randint(2, 6) + rng.randint(1, length - 1)), length


def falsy(rng):
    """Items most of which are false, with false ones at the end; and a size that they fill."""
    length = rng.choice([2, 4])
    items = [*numbers(rng, 4), *FALSY, *FALSY]
    rng.shuffle(items)
    return [*items, None, None], length


def word(rng, length):
    """A text of different letters."""
    return "".join(rng.sample("abcdefghijklmnopqrstuvwxyz", length))


def start(rng):
    """Where an endless source starts."""
    return rng.randrange(1000)
