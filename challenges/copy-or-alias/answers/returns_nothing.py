# floor: 1
# ceiling: 1
# misses: shape_and_values, zero_by_default, rows_independent, cell_is_set, given_untouched, fill_not_shared,
# fill_copied_deeply, other_rows_new, no_rows_or_columns, out_of_range, negative_index
def make_grid(rows, cols, fill=0):
    return [fill] * rows * cols


def with_cell(grid, row, col, value):
    grid[row][col] = value
