# floor: 4
# ceiling: 5
from copy import deepcopy


def make_grid(rows, cols, fill=0):
    if not (rows and cols):
        return [[] for _ in range(rows)]
    cells = iter([deepcopy(fill) for _ in range(rows * cols)])
    return [list(group) for group in zip(*[cells] * cols)]


def with_cell(grid, row, col, value):
    row = range(len(grid))[row]
    col = range(len(grid[row]))[col]
    return [
        [value if (r, c) == (row, col) else cell for c, cell in enumerate(line)]
        for r, line in enumerate(grid)
    ]
