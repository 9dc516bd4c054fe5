# floor: 3
# ceiling: 3
# misses: fill_not_shared, fill_copied_deeply
# misconceptions: fill_is_a_number
from copy import deepcopy


def make_grid(rows, cols, fill=0):
    row = [fill] * cols
    return [deepcopy(row) for _ in range(rows)]


def with_cell(grid, row, col, value):
    result = [list(line) for line in grid]
    result[row][col] = value
    return result
