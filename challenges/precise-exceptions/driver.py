"""Parses lines and records values and bad lines, with content and types told apart."""

from __future__ import annotations

import inputs
from viva.driver import attempt, case, watched


class Convertible(str):
    """A line whose conversion by `int` raises, also after it was stripped."""

    error: BaseException | None = None

    def __int__(self):
        raise self.error

    def _itself(self, *_args, **_kwargs):
        return self

    __str__ = strip = lstrip = rstrip = removesuffix = removeprefix = replace = _itself

    def __getitem__(self, index):
        return self if isinstance(index, slice) else str.__getitem__(self, index)


def that_raises(text: str, error: BaseException) -> Convertible:
    """Such a line."""
    line = Convertible(text)
    line.error = error
    return line


def plain(result) -> list:
    """Values and bad lines as lists, whatever containers the answer made."""
    values, bad = result
    return [list(values), [list(pair) for pair in bad]]


def outcome(answer, lines, error) -> object:
    """Whether the error came through, or else what was returned."""
    ended = attempt(answer.parse_ints, lines)
    if ended.error is not None:
        return "passed" if ended.error is error else ended.error
    return plain(ended.value)


@case
def good_lines(answer, see, rng):
    see.result = plain(answer.parse_ints(inputs.numbers(rng, 6)))


@case
def good_and_bad(answer, see, rng):
    see.result = plain(answer.parse_ints(inputs.mixed(rng)))
    see.bad_only = plain(answer.parse_ints(inputs.bad(rng)))


@case
def negative_numbers(answer, see, rng):
    see.result = plain(answer.parse_ints(inputs.negatives(rng)))


@case
def blank_lines(answer, see, rng):
    see.result = plain(answer.parse_ints(inputs.with_blanks(rng)))


@case
def surrounding_spaces(answer, see, rng):
    see.result = plain(answer.parse_ints(inputs.spaced(rng)))


@case
def shape(answer, see, rng):
    see.result = answer.parse_ints(inputs.mixed(rng))


@case
def interrupt_passes(answer, see, rng):
    first, second, third = inputs.numbers(rng, 3)
    see.result = plain(answer.parse_ints([first, "-", second]))
    error = KeyboardInterrupt(first)
    see.outcome = outcome(answer, [first, that_raises(second, error), third], error)


@case
def other_errors_pass(answer, see, rng):
    first, second, third = inputs.numbers(rng, 3)
    see.result = plain(answer.parse_ints([first, "-", second]))
    errors = TypeError(first), ZeroDivisionError(first), LookupError(first)
    see.outcomes = [outcome(answer, [first, that_raises(second, error), third], error) for error in errors]


@case
def source_errors_pass(answer, see, rng):
    first, second, third = inputs.numbers(rng, 3)
    error = RuntimeError(first)

    def source(breaks):
        yield first
        yield "-"
        if breaks:
            raise error
        yield second

    see.result = plain(answer.parse_ints(source(breaks=False)))
    see.outcome = outcome(answer, source(breaks=True), error)


@case
def any_iterable(answer, see, rng):
    lines = inputs.mixed(rng)
    source = watched(lines)
    see.from_iterator = plain(answer.parse_ints(source))
    see.taken = source.taken
    see.from_tuple = plain(answer.parse_ints(tuple(lines)))
    see.from_generator = plain(answer.parse_ints(line for line in lines))


@case
def underscores(answer, see, rng):
    see.result = plain(answer.parse_ints(inputs.underscored(rng)))


@case
def plus_signs(answer, see, rng):
    see.result = plain(answer.parse_ints(inputs.plussed(rng)))


@case
def other_digits(answer, see, rng):
    see.result = plain(answer.parse_ints(inputs.in_other_digits(rng)))


@case
def bad_line_as_given(answer, see, rng):
    see.result = plain(answer.parse_ints(inputs.odd_bad_lines(rng)))
