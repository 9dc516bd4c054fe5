# floor: 4
# ceiling: 4
# misses: negative_index
from copy import deepcopy


def make_grid(rows, cols, fill=0):
    return [[deepcopy(fill) for _ in range(cols)] for _ in range(rows)]


def with_cell(grid, row, col, value):
    if not (0 <= row < len(grid) and 0 <= col < len(grid[row])):
        raise IndexError("no such cell")
    copied = deepcopy(grid)
    copied[row][col] = value
    return copied
