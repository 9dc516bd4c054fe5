"""The values and bad lines of each input."""

from __future__ import annotations

import inputs
from viva.oracle import case


def parsed(lines) -> tuple[list, list]:
    """The values, and the bad lines with their numbers."""
    values, bad = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            values.append(int(line))
        except ValueError:
            line = line[:-1] if line.endswith("\n") else line
            bad.append((number, line[:-1] if line.endswith("\r") else line))
    return values, bad


def plain(lines) -> list:
    """The same, all of it as lists."""
    values, bad = parsed(lines)
    return [values, [list(pair) for pair in bad]]


@case
def good_lines(seen, expect, rng):
    expect(seen.result, "values and bad lines").equals(plain(inputs.numbers(rng, 6)))


@case
def good_and_bad(seen, expect, rng):
    expect(seen.result, "values and bad lines").equals(plain(inputs.mixed(rng)))
    expect(seen.bad_only, "values and bad lines, when all are bad").equals(plain(inputs.bad(rng)))


@case
def negative_numbers(seen, expect, rng):
    expect(seen.result, "values and bad lines").equals(plain(inputs.negatives(rng)))


@case
def blank_lines(seen, expect, rng):
    expect(seen.result, "values and bad lines").equals(plain(inputs.with_blanks(rng)))


@case
def surrounding_spaces(seen, expect, rng):
    expect(seen.result, "values and bad lines").equals(plain(inputs.spaced(rng)))


@case
def shape(seen, expect, rng):
    expect(seen.result, "result").equals(parsed(inputs.mixed(rng)))


def came_through(lines) -> list:
    """The error passed; or it never came up, as the answer converted a copy of the text."""
    return ["passed", plain(lines)]


@case
def interrupt_passes(seen, expect, rng):
    first, second, third = inputs.numbers(rng, 3)
    expect(seen.result, "values and bad lines").equals(plain([first, "-", second]))
    expect(seen.outcome, "KeyboardInterrupt").one_of(came_through([first, second, third]))


@case
def other_errors_pass(seen, expect, rng):
    first, second, third = inputs.numbers(rng, 3)
    passed, parsed_all = came_through([first, second, third])
    expect(seen.result, "values and bad lines").equals(plain([first, "-", second]))
    expect(seen.outcomes, "TypeError, ZeroDivisionError, LookupError").one_of(
        [[passed] * 3, [parsed_all] * 3]
    )


@case
def source_errors_pass(seen, expect, rng):
    first, second, _ = inputs.numbers(rng, 3)
    expect(seen.result, "values and bad lines").equals(plain([first, "-", second]))
    expect(seen.outcome, "RuntimeError of the iterator").equals("passed")


@case
def any_iterable(seen, expect, rng):
    lines = inputs.mixed(rng)
    expect(seen.from_iterator, "from an iterator").equals(plain(lines))
    expect(seen.taken, "lines read").equals(len(lines))
    expect(seen.from_tuple, "from a tuple").equals(plain(lines))
    expect(seen.from_generator, "from a generator").equals(plain(lines))


@case
def underscores(seen, expect, rng):
    expect(seen.result, "values and bad lines").equals(plain(inputs.underscored(rng)))


@case
def plus_signs(seen, expect, rng):
    expect(seen.result, "values and bad lines").equals(plain(inputs.plussed(rng)))


@case
def other_digits(seen, expect, rng):
    expect(seen.result, "values and bad lines").equals(plain(inputs.in_other_digits(rng)))


@case
def bad_line_as_given(seen, expect, rng):
    expect(seen.result, "values and bad lines").equals(plain(inputs.odd_bad_lines(rng)))
