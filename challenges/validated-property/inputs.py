"""Temperatures that both sides draw alike."""

from __future__ import annotations


def degrees(rng, count: int) -> list:
    """Draws so many different temperatures, fit for both scales, odd eighths, so whole on neither scale."""
    return [number / 8 for number in rng.sample(range(-999, 4000, 2), count)]


def too_cold(rng) -> list:
    """Draws values below absolute zero on both scales: near, and far below."""
    return [-rng.randint(4600, 4999) / 10, -rng.randint(500, 9000), -1e9]


def barely_too_cold(rng) -> float:
    """Draws a value just below absolute zero in Celsius."""
    return -273.15 - rng.randint(1, 99) / 1000


def sequence(rng) -> list:
    """Draws assignments to one scale or the other."""
    return [[rng.choice(["celsius", "fahrenheit"]), value] for value in degrees(rng, 12)]
