"""Intervals that both sides draw alike."""

from __future__ import annotations

from datetime import date, timedelta


def shuffled(rng, intervals: list) -> list:
    """The intervals in an order that is neither sorted nor the reverse of it."""
    drawn = list(intervals)
    while drawn == sorted(intervals) or drawn == sorted(intervals, reverse=True):
        rng.shuffle(drawn)
    return drawn


def apart(rng, count: int, low: int = -50) -> list[tuple[int, int]]:
    """Draws intervals in order, each two with a gap of two or more between them."""
    drawn = []
    for _ in range(count):
        low += rng.randrange(2, 9)
        high = low + rng.randrange(1, 6)
        drawn.append((low, high))
        low = high
    return drawn


def neighbours(rng) -> list[tuple[int, int]]:
    """Draws intervals in order, each of which starts at the number after the end of the one before."""
    drawn = []
    low = rng.randrange(-9, 9)
    for _ in range(3):
        high = low + rng.randrange(1, 6)
        drawn.append((low, high))
        low = high + 1
    return drawn


def chains(rng) -> list[tuple[int, int]]:
    """Draws intervals in order, in three chains: each link ends within the next one."""
    drawn = []
    low = rng.randrange(-20, 20)
    for links in (2, 4, 3):
        for _ in range(links):
            high = low + rng.randrange(6, 9)
            drawn.append((low, high))
            low += rng.randrange(3, 5)
        low = high + rng.randrange(2, 9)
    return drawn


def nested(rng) -> list[tuple[int, int]]:
    """Draws intervals in order with others strictly inside, and one that only the outer reaches."""
    low = rng.randrange(-20, 20)
    return [
        (low, low + 20),
        (low + 1, low + 4),
        (low + 2, low + 3),
        (low + 9, low + 12),
        (low + 18, low + 25),
    ] + [
        (low + 40, low + 50),
        (low + 42, low + 44),
    ]


def touching(rng) -> list[tuple[int, int]]:
    """Draws intervals in order of which some start where the one before ends."""
    a, b, c, d, e, f = sorted(rng.sample(range(-50, 50, 2), 6))
    return [(a, b), (b, c), (c, d), (e, f)]


def points(rng) -> list[tuple[int, int]]:
    """Draws single points in order: alone, and at either edge of an interval."""
    low = rng.randrange(-20, 20)
    return [
        (low, low),
        (low + 3, low + 3),
        (low + 3, low + 9),
        (low + 9, low + 9),
        (low + 12, low + 12),
    ]


def twice(rng) -> list[tuple[int, int]]:
    """Draws intervals apart of which some come several times."""
    drawn = apart(rng, 3)
    return [*drawn, drawn[0], drawn[2], drawn[2]]


def reversed_ones(rng) -> list[list[tuple[int, int]]]:
    """Draws lists with an interval the wrong way round: alone, last, in the middle, and inside another."""
    good = apart(rng, 3)
    low, high = good[1]
    return [
        [(high, low)],
        [*good, (high + 99, low)],
        [good[2], (high, high - 1), good[0]],
        [(low - 9, high + 9), (high, low)],
    ]


def of_floats(rng) -> list[tuple[float, float]]:
    """Draws intervals of floats that lie less than one apart, some of them overlapping."""
    low = rng.randrange(-20, 20)
    drawn = [(0.125, 0.25), (0.375, 0.5), (0.4375, 0.75), (0.6875, 0.875), (1.0, 1.5), (2.25, 2.5)]
    return shuffled(rng, [(low + start, low + end) for start, end in drawn])


def of_dates(rng) -> list[tuple[date, date]]:
    """Draws intervals of dates, some of them on neighbouring days or overlapping."""
    first = date(2000, 1, 1) + timedelta(days=rng.randrange(9_000))
    days = [(0, 3), (4, 6), (5, 10), (9, 12), (20, 22), (30, 33)]
    drawn = [(first + timedelta(days=start), first + timedelta(days=end)) for start, end in days]
    return shuffled(rng, drawn)


def many(rng, count: int) -> list[tuple[int, int]]:
    """Draws many intervals in any order; about half of them overlap the one before."""
    drawn = []
    low = 0
    for _ in range(count):
        drawn.append((low, low + 2))
        low += rng.choice((1, 4))
    rng.shuffle(drawn)
    return drawn
