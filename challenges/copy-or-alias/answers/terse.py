# floor: 4
# ceiling: 5
from copy import deepcopy as copied


def make_grid(rows, cols, fill=0):
    return [[*map(copied, [fill] * cols)] for _ in range(rows)]


def with_cell(grid, row, col, value):
    (new := copied(grid))[row][col] = value
    return new
