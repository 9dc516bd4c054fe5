def make_grid(rows, cols, fill=0):
    return [[fill] * cols] * rows


def with_cell(grid, row, col, value):
    new_grid = list(grid)
    new_grid[row][col] = value
    return new_grid
