"""Values that both sides draw alike. None stands for itself."""

from __future__ import annotations

EMPTY_THINGS = [0, 0.0, "", b"", False, [], (), {}, set()]


def small_numbers(rng) -> tuple[list, int]:
    """Draws small numbers, one of them as target, and a text that only looks like it."""
    target = rng.randrange(0, 10)
    others = [rng.randrange(10, 100) for _ in range(rng.randrange(2, 6))]
    values = [target] * rng.randrange(2, 6) + others + [str(target)]
    rng.shuffle(values)
    return values, target


def large_numbers(rng) -> tuple[list, int]:
    """Draws numbers that no interpreter shares, the target among them."""
    target = rng.randrange(1_000, 1_000_000)
    others = [target + rng.randrange(1, 50) for _ in range(rng.randrange(2, 6))]
    values = [target] * rng.randrange(2, 6) + others
    rng.shuffle(values)
    return values, target


def with_nones(rng, others: list) -> list:
    """Mixes two to six None into the other values."""
    values = [None] * rng.randrange(2, 7) + list(others)
    rng.shuffle(values)
    return values


def plain_values(rng) -> list:
    """Draws values that are neither None nor empty, and a text that only looks like None."""
    numbers = [rng.randrange(1, 1000) for _ in range(rng.randrange(3, 8))]
    return ["None", *(rng.choice([number, f"word {number}"]) for number in numbers)]


def empty_values(rng) -> list:
    """Draws every kind of empty value at least once."""
    return EMPTY_THINGS + [rng.choice(EMPTY_THINGS) for _ in range(rng.randrange(0, 5))]
