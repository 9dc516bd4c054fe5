"""What the grids should hold, before and after something in them changed."""

from __future__ import annotations

import inputs
from viva.oracle import case


def full(rows: int, cols: int, make) -> list[list]:
    """A grid whose cells are made one by one."""
    return [[make() for _ in range(cols)] for _ in range(rows)]


def changed(grid: list, row: int, col: int, value) -> list[list]:
    """The grid with one cell set."""
    result = [list(line) for line in grid]
    result[row][col] = value
    return result


@case
def shape_and_values(seen, expect, rng):
    rows, cols = inputs.size(rng)
    fill = inputs.number(rng)
    expect(seen.grid, "grid").equals(full(rows, cols, lambda: fill))
    expect(seen.by_name, "another, fill given by name").equals(full(cols, rows, lambda: str(fill)))
    expect(seen.one, "one cell").equals([[fill]])


@case
def zero_by_default(seen, expect, rng):
    rows, cols = inputs.size(rng)
    expect(seen.grid, "grid").equals(full(rows, cols, int))


@case
def rows_independent(seen, expect, rng):
    zeros = full(*inputs.size(rng), int)
    row, col = inputs.cell(rng, zeros)
    expect(seen.grid, "grid after one cell was set").equals(changed(zeros, row, col, inputs.number(rng)))


@case
def cell_is_set(seen, expect, rng):
    grid = inputs.grid(rng)
    row, col = inputs.cell(rng, grid)
    expect(seen.grid, "result").equals(changed(grid, row, col, inputs.number(rng)))


@case
def given_untouched(seen, expect, rng):
    grid = inputs.grid(rng)
    row, col = inputs.cell(rng, grid)
    expect(seen.result, "result").equals(changed(grid, row, col, inputs.number(rng)))
    expect(seen.given, "the given grid afterwards").equals(grid)


@case
def other_rows_new(seen, expect, rng):
    grid = inputs.grid(rng)
    row, value = inputs.inner_row(rng, grid), inputs.number(rng)
    result = changed(grid, row, 0, value)
    expect(seen.result, "result").equals(result)
    expect(seen.given, "the given grid after the result was changed").equals(grid)
    expect(seen.result_last, "last cells of the result after the given grid was changed").equals(
        [line[-1] for line in result]
    )


@case
def fill_not_shared(seen, expect, rng):
    rows, cols = inputs.size(rng)
    first, second = inputs.number(rng), inputs.number(rng)
    lists, dicts, sets = (
        full(rows, cols, make) for make in (lambda: [first], lambda: {"a": first}, lambda: {first})
    )
    row, col = inputs.cell(rng, lists)
    lists[row][col].append(second)
    dicts[row][col]["b"] = second
    sets[row][col].add(-second)
    expect(seen.lists, "cells of lists after one was changed").equals(lists)
    expect(seen.dicts, "cells of dicts after one was changed").equals(dicts)
    expect(seen.sets, "cells of sets after one was changed").equals(sets)
    expect(seen.fills, "the caller's fills").equals([[first, -1], {"a": first, "c": -1}, {first, -1}])


@case
def fill_copied_deeply(seen, expect, rng):
    rows, cols = inputs.size(rng)
    first, second = inputs.number(rng), inputs.number(rng)
    lists = full(rows, cols, lambda: [first, [[first]]])
    dicts = full(rows, cols, lambda: {"a": {"b": [first]}})
    row, col = inputs.cell(rng, lists)
    lists[row][col][1][0].append(second)
    dicts[row][col]["a"]["b"].append(second)
    expect(seen.lists, "cells of lists after one was changed within").equals(lists)
    expect(seen.dicts, "cells of dicts after one was changed within").equals(dicts)
    expect(seen.fills, "the caller's fills").equals([[first, [[first, -1]]], {"a": {"b": [first, -1]}}])


@case
def no_rows_or_columns(seen, expect, rng):
    rows, _ = inputs.size(rng)
    expect(seen.no_rows, "no rows").equals([])
    expect(seen.nothing, "no rows and no columns").equals([])
    expect(seen.no_columns, "no columns, after the first row grew").equals([[rows]] + [[]] * (rows - 1))


@case
def out_of_range(seen, expect, rng):
    grid = inputs.grid(rng)
    expect(seen.right, "result within range").equals(changed(grid, -1, -1, inputs.number(rng)))
    errors = seen.errors if isinstance(seen.errors, list) else [seen.errors] * 6
    rows = [
        "row count",
        "far below",
        "above the first row",
        "column count",
        "far right",
        "left of the first column",
    ]
    for label, error in zip(rows, errors):
        expect(error, label).raises("IndexError")
    expect(seen.given, "the given grid afterwards").equals(grid)


@case
def negative_index(seen, expect, rng):
    grid = inputs.grid(rng)
    row, col = inputs.cell(rng, grid)
    value = inputs.number(rng)
    expect(seen.negative_row, "negative row").equals(changed(grid, row, col, value))
    expect(seen.negative_col, "negative column").equals(changed(grid, row, col, value))
    expect(seen.last, "-1, -1").equals(changed(grid, -1, -1, value))
    expect(seen.first, "the first cell by negative indices").equals(changed(grid, 0, 0, value))
    expect(seen.given, "the given grid afterwards").equals(grid)
