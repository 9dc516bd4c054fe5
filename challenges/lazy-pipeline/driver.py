"""Feeds logs to the answer and records what came out and how far the source was read."""

from __future__ import annotations

import io
import itertools

import inputs
from viva.driver import case, peak_memory, watched


@case
def picks_the_errors(answer, see, rng):
    see.messages = list(answer.error_messages(inputs.short_log(rng)))


@case
def level_is_the_first_word(answer, see, rng):
    see.messages = list(answer.error_messages(inputs.mentioning_log(rng)))


@case
def whole_messages(answer, see, rng):
    see.messages = list(answer.error_messages(inputs.long_log(rng)))


@case
def stripped(answer, see, rng):
    see.messages = list(answer.error_messages(inputs.ragged_log(rng)))


@case
def endless_source(answer, see, rng):
    source = watched(itertools.cycle(inputs.short_log(rng)), limit=2000)
    messages = iter(answer.error_messages(source))
    see.messages = [next(messages) for _ in range(10)]


@case
def reads_nothing_before_next(answer, see, rng):
    source = watched(inputs.short_log(rng))
    messages = answer.error_messages(source)
    see.taken = source.taken
    see.messages = list(messages)


@case
def reads_only_as_needed(answer, see, rng):
    source = watched(inputs.short_log(rng))
    messages = answer.error_messages(source)
    see.steps = [(next(messages), source.taken) for _ in range(3)]


@case
def flat_memory(answer, see, rng):
    def letters():
        return sum(map(len, answer.error_messages(source)))

    _, source = inputs.million(rng)
    measured = peak_memory(letters)
    see.letters, see.bytes = measured.value, measured.bytes


@case
def longer_level_is_no_match(answer, see, rng):
    see.messages = list(answer.error_messages(inputs.prefixed_log(rng)))


@case
def closes_the_source(answer, see, rng):
    def generator(lines):
        try:
            yield from lines
        finally:
            closed.append(True)

    closed = []
    source = generator(inputs.short_log(rng))
    messages = answer.error_messages(source)
    see.first = next(messages)
    see.closed_before = bool(closed)
    messages.close()
    see.closed = bool(closed)

    file = io.StringIO("\n".join(inputs.short_log(rng)))
    messages = answer.error_messages(file)
    see.first_of_file = next(messages)
    messages.close()
    see.file_closed = file.closed


@case
def skips_blank_lines(answer, see, rng):
    see.messages = list(answer.error_messages(inputs.blank_log(rng)))


@case
def skips_empty_messages(answer, see, rng):
    see.messages = list(answer.error_messages(inputs.wordless_log(rng)))


@case
def several_spaces(answer, see, rng):
    see.messages = list(answer.error_messages(inputs.spaced_log(rng)))
