"""Sizes, cells and fills that both sides draw alike."""

from __future__ import annotations


def size(rng) -> tuple[int, int]:
    """Draws different numbers of rows and columns, at least three and two."""
    rows = rng.randrange(3, 7)
    return rows, rng.choice([cols for cols in range(2, 8) if cols != rows])


def number(rng) -> int:
    """Draws a number other than zero."""
    return rng.randrange(100, 1000)


def grid(rng) -> list[list[int]]:
    """Draws a grid of different numbers below 100."""
    rows, cols = size(rng)
    drawn = rng.sample(range(100), rows * cols)
    return [drawn[start : start + cols] for start in range(0, rows * cols, cols)]


def cell(rng, grid: list) -> tuple[int, int]:
    """Draws a row and a column within the grid."""
    return rng.randrange(len(grid)), rng.randrange(len(grid[0]))


def inner_row(rng, grid: list) -> int:
    """Draws a row that has others before and after it."""
    return rng.randrange(1, len(grid) - 1)
