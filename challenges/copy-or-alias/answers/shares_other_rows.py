# floor: 3
# ceiling: 3
# misses: other_rows_new
# misconceptions: changed_row_is_enough
from copy import deepcopy


def make_grid(rows, cols, fill=0):
    return [[deepcopy(fill) for _ in range(cols)] for _ in range(rows)]


def with_cell(grid, row, col, value):
    result = grid[:]
    result[row] = result[row][:]
    result[row][col] = value
    return result
