# floor: 4
# ceiling: 4
# misses: out_of_range, negative_index
from copy import deepcopy


def make_grid(rows, cols, fill=0):
    return [[deepcopy(fill) for _ in range(cols)] for _ in range(rows)]


def with_cell(grid, row, col, value):
    above, below = grid[:row], grid[row + 1 :]
    line = grid[row][:col] + [value] + grid[row][col + 1 :]
    return [list(other) for other in above] + [line] + [list(other) for other in below]
