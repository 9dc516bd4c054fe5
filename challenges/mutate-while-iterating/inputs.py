"""What both sides draw: numbers of either sign, runs of them, and sessions."""

from __future__ import annotations

VERY_MANY = 200_000


def kept(rng, count):
    """So many numbers that are not negative, none of them zero."""
    return [rng.randint(1, 10**6) for _ in range(count)]


def negatives(rng, count):
    """So many negative numbers."""
    return [-number for number in kept(rng, count)]


def neighbours(rng):
    """Lists with two negative numbers side by side: in the middle, at the start, at the end."""
    one, two, three = kept(rng, 3)
    low, lower = negatives(rng, 2)
    return [[1, -1, -2, 3], [one, low, lower, two], [low, lower, three, one], [two, three, low, low]]


def runs(rng):
    """Lists with runs of three to seven negative numbers, equal ones among them."""
    lists = []
    for _ in range(3):
        numbers = kept(rng, 1)
        for _ in range(3):
            run = negatives(rng, rng.randint(2, 6))
            numbers += [*run, run[0], *kept(rng, rng.randint(1, 2))]
        lists.append(numbers)
    return lists


def plain(rng):
    """Lists of no negative number, zero among them, and of nothing else, and an empty one."""
    return [[0, *kept(rng, 3), 0, 0.0], negatives(rng, rng.randint(4, 7)), []]


def apart(rng):
    """Numbers of either sign in turn, so that no two negative ones are side by side."""
    return [number for pair in zip(kept(rng, 6), negatives(rng, 6)) for number in pair]


def many(rng, count):
    """So many numbers, half of them negative, in any order."""
    numbers = kept(rng, count // 2) + negatives(rng, count - count // 2)
    rng.shuffle(numbers)
    return numbers


def mixed(rng):
    """Twelve numbers of either sign; at both ends a negative one stands before one kept, so that all move."""
    (one, two), (low, lower) = kept(rng, 2), negatives(rng, 2)
    return [low, one, *many(rng, 8), lower, two]


def very_many(rng):
    """200,000 numbers, half of them negative."""
    return many(rng, 1000) * (VERY_MANY // 1000)


def sessions(rng, now, living, expired):
    """So many living and expired sessions, in any order, none of which expires at `now` itself."""
    expiries = [now + rng.randint(1, 500) for _ in range(living)]
    expiries += [now - rng.randint(1, 500) for _ in range(expired)]
    rng.shuffle(expiries)
    names = rng.sample(range(10**6), len(expiries))
    return {f"session-{name}": expiry for name, expiry in zip(names, expiries)}
