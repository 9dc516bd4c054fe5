"""Rows and coordinates that both sides draw alike."""

from __future__ import annotations

WORDS = ["tea", "jam", "milk", "rice", "salt", "plum", "leek", "oats", "figs", "corn"]


def mixed(rng, rows: list, times: list[int]) -> list:
    """Each row so many times, in any order; every one a list of its own."""
    many = [list(row) for row, count in zip(rows, times) for _ in range(count)]
    rng.shuffle(many)
    return many


def plain_rows(rng) -> list:
    """Draws three different rows, each a few times."""
    words = rng.sample(WORDS, 3)
    rows = [[word, rng.randrange(1, 100)] for word in words]
    return mixed(rng, rows, rng.sample(range(1, 7), 3))


def confusable_rows(rng) -> list:
    """Draws rows that sorting, joining or printing would mix up, each a different number of times."""
    one, two = rng.sample(range(1, 10), 2)
    rows = [
        [one, two],
        [two, one],
        [one, one, two],
        [10 * one + two],
        [str(one), str(two)],
        [f"{one}, {two}"],
        [],
    ]
    return mixed(rng, rows, rng.sample(range(1, 12), len(rows)))


def nested_rows(rng) -> list:
    """Draws rows with lists in them, one to four deep, an empty one among them."""
    one, two, three = rng.sample(range(1, 100), 3)
    word = rng.choice(WORDS)
    rows = [
        [one, [two]],
        [one, two],
        [[one], [word, three]],
        [one, [two, [three, [word]]]],
        [[], word],
        [[[]]],
    ]
    return mixed(rng, rows, [rng.randrange(1, 5) for _ in rows])


def coordinates(rng, count: int = 2) -> list[int]:
    """Draws different whole numbers, the first negative; texts of them are not unique, the numbers are."""
    drawn = rng.sample(range(1, 10_000), count)
    return [-drawn[0], *drawn[1:]]
