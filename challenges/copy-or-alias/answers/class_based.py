# floor: 4
# ceiling: 5
"""A grid that knows how to copy itself; the functions hand out plain lists."""

from __future__ import annotations

import pickle
from typing import Any


class Grid:
    """Rows of cells that nobody else holds."""

    def __init__(self, rows: list[list[Any]]) -> None:
        self.rows = [row.copy() for row in rows]

    @classmethod
    def of(cls, rows: int, cols: int, fill: Any) -> Grid:
        """Every cell is unpickled on its own."""
        image = pickle.dumps(fill)
        return cls([[pickle.loads(image) for _ in range(cols)] for _ in range(rows)])

    def put(self, row: int, col: int, value: Any) -> Grid:
        """Sets one cell."""
        self.rows[row][col] = value
        return self


def make_grid(rows: int, cols: int, fill: Any = 0) -> list[list[Any]]:
    """A new grid of copies of the fill."""
    return Grid.of(rows, cols, fill).rows


def with_cell(grid: list[list[Any]], row: int, col: int, value: Any) -> list[list[Any]]:
    """A new grid with one cell changed."""
    return Grid(grid).put(row, col, value).rows
