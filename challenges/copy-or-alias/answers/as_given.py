# floor: 2
# ceiling: 2
# misses: rows_independent, given_untouched, fill_not_shared, fill_copied_deeply, other_rows_new,
# no_rows_or_columns, out_of_range, negative_index
# misconceptions: star_copies, outer_copy_is_enough
def make_grid(rows, cols, fill=0):
    return [[fill] * cols] * rows


def with_cell(grid, row, col, value):
    new_grid = list(grid)
    new_grid[row][col] = value
    return new_grid
