# floor: 3
# ceiling: 3
# misses: fill_not_shared, fill_copied_deeply
# misconceptions: fill_is_a_number
def make_grid(rows, cols, fill=0):
    return [[fill] * cols for _ in range(rows)]


def with_cell(grid, row, col, value):
    result = [list(line) for line in grid]
    result[row][col] = value
    return result
