# floor: 4
# ceiling: 5
import copy


def make_grid(rows, cols, fill=0):
    grid = []
    for r in range(rows):
        row = []
        for c in range(cols):
            row.append(copy.deepcopy(fill))
        grid.append(row)
    return grid


def with_cell(grid, row, col, value):
    new_grid = []
    for old_row in grid:
        new_row = []
        for cell in old_row:
            new_row.append(cell)
        new_grid.append(new_row)
    new_grid[row][col] = value
    return new_grid
