"""Makes grids and changes them, and records what changed with them."""

from __future__ import annotations

import inputs
from viva.driver import case, raised


@case
def shape_and_values(answer, see, rng):
    rows, cols = inputs.size(rng)
    fill = inputs.number(rng)
    see.grid = answer.make_grid(rows, cols, fill)
    see.by_name = answer.make_grid(cols, rows, fill=str(fill))
    see.one = answer.make_grid(1, 1, fill)


@case
def zero_by_default(answer, see, rng):
    see.grid = answer.make_grid(*inputs.size(rng))


@case
def rows_independent(answer, see, rng):
    grid = answer.make_grid(*inputs.size(rng))
    row, col = inputs.cell(rng, grid)
    grid[row][col] = inputs.number(rng)
    see.grid = grid


@case
def cell_is_set(answer, see, rng):
    grid = inputs.grid(rng)
    row, col = inputs.cell(rng, grid)
    see.grid = answer.with_cell(grid, row, col, inputs.number(rng))


@case
def given_untouched(answer, see, rng):
    grid = inputs.grid(rng)
    row, col = inputs.cell(rng, grid)
    see.result = answer.with_cell(grid, row, col, inputs.number(rng))
    see.given = grid


@case
def other_rows_new(answer, see, rng):
    grid = inputs.grid(rng)
    row, value = inputs.inner_row(rng, grid), inputs.number(rng)
    result = answer.with_cell(grid, row, 0, value)
    see.result = result
    for other in result:
        other[0] = value
    see.given = grid
    for other in grid:
        other[-1] = -value
    see.result_last = [other[-1] for other in result]


@case
def fill_not_shared(answer, see, rng):
    rows, cols = inputs.size(rng)
    first, second = inputs.number(rng), inputs.number(rng)
    a_list, a_dict, a_set = [first], {"a": first}, {first}
    lists = answer.make_grid(rows, cols, a_list)
    dicts = answer.make_grid(rows, cols, a_dict)
    sets = answer.make_grid(rows, cols, a_set)
    row, col = inputs.cell(rng, lists)
    lists[row][col].append(second)
    dicts[row][col]["b"] = second
    sets[row][col].add(-second)
    a_list.append(-1)
    a_dict["c"] = -1
    a_set.add(-1)
    see.lists, see.dicts, see.sets = lists, dicts, sets
    see.fills = [a_list, a_dict, a_set]


@case
def fill_copied_deeply(answer, see, rng):
    rows, cols = inputs.size(rng)
    first, second = inputs.number(rng), inputs.number(rng)
    in_list, in_dict = [first, [[first]]], {"a": {"b": [first]}}
    lists = answer.make_grid(rows, cols, in_list)
    dicts = answer.make_grid(rows, cols, in_dict)
    row, col = inputs.cell(rng, lists)
    lists[row][col][1][0].append(second)
    dicts[row][col]["a"]["b"].append(second)
    in_list[1][0].append(-1)
    in_dict["a"]["b"].append(-1)
    see.lists, see.dicts = lists, dicts
    see.fills = [in_list, in_dict]


@case
def no_rows_or_columns(answer, see, rng):
    rows, cols = inputs.size(rng)
    see.no_rows = answer.make_grid(0, cols)
    see.nothing = answer.make_grid(0, 0)
    no_columns = answer.make_grid(rows, 0, inputs.number(rng))
    no_columns[0].append(rows)
    see.no_columns = no_columns


@case
def out_of_range(answer, see, rng):
    grid = inputs.grid(rng)
    rows, cols, value = len(grid), len(grid[0]), inputs.number(rng)
    see.right = answer.with_cell(grid, rows - 1, cols - 1, value)
    outside = [(rows, 0), (rows + value, 0), (-rows - 1, 0), (0, cols), (0, cols + value), (0, -cols - 1)]
    see.errors = [raised(answer.with_cell, grid, row, col, value) for row, col in outside]
    see.given = grid


@case
def negative_index(answer, see, rng):
    grid = inputs.grid(rng)
    row, col = inputs.cell(rng, grid)
    value = inputs.number(rng)
    rows, cols = len(grid), len(grid[0])
    see.negative_row = answer.with_cell(grid, row - rows, col, value)
    see.negative_col = answer.with_cell(grid, row, col - cols, value)
    see.last = answer.with_cell(grid, -1, -1, value)
    see.first = answer.with_cell(grid, -rows, -cols, value)
    see.given = grid
