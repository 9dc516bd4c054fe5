# floor: 2
# ceiling: 2
# misses: shape_and_values, zero_by_default, rows_independent, fill_not_shared, fill_copied_deeply,
# no_rows_or_columns
from copy import deepcopy


def make_grid(rows, cols, fill=0):
    return [[deepcopy(fill) for _ in range(rows)] for _ in range(cols)]


def with_cell(grid, row, col, value):
    result = [list(line) for line in grid]
    result[row][col] = value
    return result
