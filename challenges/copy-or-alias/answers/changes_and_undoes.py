# floor: 4
# ceiling: 4
# misses: out_of_range
from copy import deepcopy


def make_grid(rows, cols, fill=0):
    return [[deepcopy(fill) for _ in range(cols)] for _ in range(rows)]


def with_cell(grid, row, col, value):
    for line in grid:
        line.append(None)
    result = [line[:-1] for line in grid]
    result[row][col] = value
    for line in grid:
        line.pop()
    return result
