"""Inputs that the driver and the oracle draw alike."""

from __future__ import annotations

WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet", "juniper"]
SOURCES = 1000
TAKEN = 30


def apart(rng, sizes):
    """Sorted lists of such sizes; no number stands in two of them, and zero in none."""
    numbers = [
        number - 500 if number < 500 else number - 499 for number in rng.sample(range(1000), sum(sizes))
    ]
    lists = []
    for size in sizes:
        lists.append(sorted(numbers[:size]))
        del numbers[:size]
    return lists


def uneven(rng):
    """Two lists of different lengths; zero is in the longer one."""
    short, long = apart(rng, [3, 7])
    return [short, sorted([*long, 0])]


def many(rng):
    """Several lists."""
    return apart(rng, [rng.randint(2, 6) for _ in range(rng.randint(5, 8))])


def with_gaps(rng):
    """Several lists, empty ones at both ends and in the middle."""
    first, second, third = apart(rng, [4, 1, 3])
    return [[], first, [], [], second, third, []]


def steps(rng):
    """Starts and steps of two sequences that never end and never meet, above all other numbers."""
    return [(2 * rng.randint(300, 305), 2), (2 * rng.randint(300, 305) + 1, 2 * rng.randint(1, 3))]


def doubled(rng):
    """Lists that hold equal numbers, each in itself and in common."""
    low, middle, high = sorted(rng.sample(range(1, 100), 3))
    return [[low, low, middle], [low, middle, middle, high], [middle, high, high]]


def of_two_types(rng):
    """Three lists whose equal items differ in type: the types tell where an item came from."""
    low, middle, high = sorted(rng.sample(range(2, 100), 3))
    return [[low, middle, middle], [float(middle), float(middle), float(high)], [float(low), high]]


def scored(rng):
    """Lists of (score, word) sorted by score alone; the words within a score run backwards over the lists."""
    words = sorted(rng.sample(WORDS, 6), reverse=True)
    low, high = sorted(rng.sample(range(1, 100), 2))
    return [
        [(low, words[0]), (high, words[3])],
        [(low, words[1]), (high, words[4])],
        [(low, words[2]), (high, words[5])],
    ]


def by_size(rng):
    """Lists of numbers sorted by how far they are from zero, no two alike; one list is negative."""
    distances = sorted(rng.sample(range(1, 500), 9))
    return [[-number for number in distances[::3]], distances[1::3], distances[2::3]]


def records(rng):
    """Lists of dicts, sorted by their `at`; the same times occur in each."""
    times = sorted(rng.sample(range(1, 100), 3))
    names = rng.sample(WORDS, 6)
    return [
        [{"at": at, "name": name} for at, name in zip(times, names[:3])],
        [{"at": at, "name": name} for at, name in zip(times, names[3:])],
    ]


def at(record):
    """When a record was made."""
    return record["at"]


def broken(rng):
    """A list after which its source breaks, another list, and the text of the error."""
    first, second, third, fourth = sorted(rng.sample(range(1, 100), 4))
    return [first, third], [second, fourth], rng.choice(WORDS)


def thousand(rng):
    """So many sorted pairs of different numbers."""
    numbers = rng.sample(range(1, 1_000_000), 2 * SOURCES)
    return [sorted(pair) for pair in zip(numbers[::2], numbers[1::2])]
