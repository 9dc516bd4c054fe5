# floor: 3
# ceiling: 3
# misses: fill_copied_deeply
# misconceptions: copy_is_deep
from copy import copy


def make_grid(rows, cols, fill=0):
    return [[copy(fill) for _ in range(cols)] for _ in range(rows)]


def with_cell(grid, row, col, value):
    result = [list(line) for line in grid]
    result[row][col] = value
    return result
