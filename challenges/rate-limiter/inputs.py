"""Settings that both sides draw alike."""

from __future__ import annotations

IDLE, FEW_ROUNDS, MANY_ROUNDS = 100, 2, 20
CALLS = 6_000
THREADS, RACES = 6, 150


def limit(rng) -> int:
    """Draws a limit of some calls."""
    return rng.randrange(3, 9)


def window(rng) -> int:
    """Draws a window in seconds that can be divided by four, so that all sums of times are exact."""
    return 4 * rng.randrange(2, 30)


def start(rng) -> float:
    """Draws where the clock stands at first: no multiple of any window."""
    return rng.randrange(10_000) + 0.5


def keys(rng, count: int) -> list[str]:
    """Draws different keys."""
    return [f"user{number}" for number in rng.sample(range(10_000), count)]
