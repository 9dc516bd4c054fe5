"""What would be right."""

from __future__ import annotations

import inputs
from viva.oracle import case

FLAT_BYTES_MAX = 1024 * 1024


def positions(lines):
    """Where the error lines with a message stand, counted from 1, and the messages."""
    found = []
    for number, line in enumerate(lines, start=1):
        level, _, message = line.strip().partition(" ")
        if level == "ERROR" and message.strip():
            found.append((message.strip(), number))
    return found


def messages(lines):
    """The messages alone."""
    return [message for message, _ in positions(lines)]


@case
def picks_the_errors(seen, expect, rng):
    expect(seen.messages, "messages").equals(messages(inputs.short_log(rng)))


@case
def level_is_the_first_word(seen, expect, rng):
    expect(seen.messages, "messages").equals(messages(inputs.mentioning_log(rng)))


@case
def whole_messages(seen, expect, rng):
    expect(seen.messages, "messages").equals(messages(inputs.long_log(rng)))


@case
def stripped(seen, expect, rng):
    expect(seen.messages, "messages").equals(messages(inputs.ragged_log(rng)))


@case
def endless_source(seen, expect, rng):
    expect(seen.messages, "the first ten messages").equals((messages(inputs.short_log(rng)) * 3)[:10])


@case
def reads_nothing_before_next(seen, expect, rng):
    expect(seen.taken, "lines read before the first next").equals(0)
    expect(seen.messages, "messages").equals(messages(inputs.short_log(rng)))


@case
def reads_only_as_needed(seen, expect, rng):
    expected = positions(inputs.short_log(rng))[:3]
    expect(seen.steps, "each message and the lines read by then").equals(expected)


@case
def flat_memory(seen, expect, rng):
    pool, _ = inputs.million(rng)
    rounds, rest = divmod(1_000_000, len(pool))
    letters = [sum(map(len, messages(lines))) for lines in (pool, pool[:rest])]
    expect(seen.letters, "letters of all messages").equals(letters[0] * rounds + letters[1])
    expect(seen.bytes, "bytes at the peak").at_most(FLAT_BYTES_MAX)


@case
def longer_level_is_no_match(seen, expect, rng):
    expect(seen.messages, "messages").equals(messages(inputs.prefixed_log(rng)))


@case
def closes_the_source(seen, expect, rng):
    expect(seen.first, "the first message").equals(messages(inputs.short_log(rng))[0])
    expect(seen.closed_before, "source closed while in use").is_false()
    expect(seen.closed, "source closed with the result").is_true()
    expect(seen.first_of_file, "the first message of a file").equals(messages(inputs.short_log(rng))[0])
    expect(seen.file_closed, "file closed with the result").is_true()


@case
def skips_blank_lines(seen, expect, rng):
    expect(seen.messages, "messages").equals(messages(inputs.blank_log(rng)))


@case
def skips_empty_messages(seen, expect, rng):
    expect(seen.messages, "messages").equals(messages(inputs.wordless_log(rng)))


@case
def several_spaces(seen, expect, rng):
    expect(seen.messages, "messages").equals(messages(inputs.spaced_log(rng)))
