# floor: 3
# ceiling: 3
# misses: fill_not_shared, fill_copied_deeply, no_rows_or_columns
# misconceptions: fill_is_a_number
from copy import deepcopy


def make_grid(rows, cols, fill=0):
    grid = [[deepcopy(fill) for _ in range(cols)] for _ in range(rows)]
    grid[0][0] = fill
    return grid


def with_cell(grid, row, col, value):
    result = [list(line) for line in grid]
    result[row][col] = value
    return result
