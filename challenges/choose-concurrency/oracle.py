"""What would be right."""

from __future__ import annotations

import inputs
from viva.oracle import case


def squares(rng):
    """The squares of the numbers."""
    return [number * number for number in inputs.numbers(rng)]


@case
def io_results(seen, expect, rng):
    expect(seen.values, "results, in any order").same_items(inputs.numbers(rng))


@case
def io_in_order(seen, expect, rng):
    expect(seen.values, "results").equals(inputs.numbers(rng))


@case
def cpu_results(seen, expect, rng):
    expect(seen.values, "results, in any order").same_items(squares(rng))


@case
def cpu_in_order(seen, expect, rng):
    expect(seen.values, "results").equals([None, *squares(rng)])


@case
def async_results(seen, expect, rng):
    expect(seen.values, "results, in any order").same_items(inputs.numbers(rng))


@case
def async_in_order(seen, expect, rng):
    expect(seen.values, "results").equals(inputs.numbers(rng))


@case
def io_overlaps(seen, expect, rng):
    expect(seen.values, "results").same_items(inputs.numbers(rng))
    expect(seen.most, "tasks at once").at_least(2)


@case
def cpu_in_other_processes(seen, expect, rng):
    numbers = inputs.numbers(rng)
    expect(seen.values, "results").same_items([format(number, "x") for number in numbers])
    expect(seen.elsewhere, "run in another process").equals([True] * len(numbers))


@case
def async_overlaps(seen, expect, rng):
    expect(seen.values, "results").same_items(inputs.numbers(rng))
    expect(seen.most, "coroutines at once").at_least(2)
    expect(seen.threads, "threads").equals(1)


@case
def unknown_kind(seen, expect, rng):
    expect(seen.error, "error").raises("ValueError")
    expect(seen.values, "a known kind still works").same_items(inputs.numbers(rng))


@case
def io_error(seen, expect, rng):
    expect(seen.itself, "the very error of the task").is_true()


@case
def cpu_error(seen, expect, rng):
    inputs.numbers(rng)
    expect(seen.error, "error").raises("ValueError", containing=inputs.word(rng))


@case
def async_error(seen, expect, rng):
    expect(seen.itself, "the very error of the task").is_true()


def nothing_left(seen, expect, values):
    """The right results, an error, and nothing left after either."""
    expect(seen.values, "results").same_items(values)
    expect(seen.left_after_return, "left after the return").equals(0)
    expect(seen.raised, "the error came out").is_true()
    expect(seen.left_after_error, "left after the error").equals(0)


@case
def io_leaves_no_thread(seen, expect, rng):
    nothing_left(seen, expect, inputs.numbers(rng))


@case
def cpu_leaves_no_process(seen, expect, rng):
    nothing_left(seen, expect, squares(rng))


@case
def async_leaves_no_task(seen, expect, rng):
    nothing_left(seen, expect, inputs.numbers(rng))


@case
def empty_input(seen, expect, rng):
    expect(seen.values, "results for io, cpu and async").equals([[], [], []])
    expect(seen.one, "one task").equals(inputs.numbers(rng)[:1])
