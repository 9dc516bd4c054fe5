# floor: 5
# ceiling: 5
from copy import deepcopy


def make_grid(rows, cols, fill=0):
    return [[deepcopy(fill) for _ in range(cols)] for _ in range(rows)]


def with_cell(grid, row, col, value):
    result = [list(line) for line in grid]
    result[row][col] = value
    return result
