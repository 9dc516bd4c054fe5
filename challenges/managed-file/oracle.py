"""What would be right."""

from __future__ import annotations

import inputs
from viva.oracle import case


def text_of(rng):
    """The text that the driver wrote."""
    inputs.file_name(rng)
    return "".join(inputs.lines(rng))


@case
def yields_the_file(seen, expect, rng):
    expect(seen.text, "what was read").equals(text_of(rng))


@case
def honours_the_mode(seen, expect, rng):
    text_of(rng)
    expect(seen.text, "what was written").equals(inputs.message(rng))


@case
def takes_mode_by_name(seen, expect, rng):
    expect(seen.data, "the bytes that were read").equals(text_of(rng).encode())


@case
def closes_at_the_end(seen, expect, rng):
    expect(seen.text, "what was read").equals(text_of(rng))
    expect(seen.closed_inside, "closed during the body").is_false()
    expect(seen.closed, "closed after the body").is_true()


@case
def closes_when_the_body_raises(seen, expect, rng):
    expect(seen.text, "what was read").equals(text_of(rng))
    expect(seen.closed, "closed after the error").is_true()


@case
def lets_the_error_through(seen, expect, rng):
    expect(seen.texts, "what was read").equals([text_of(rng) for _ in range(4)])
    expect(seen.same, "the same object comes out").equals([True] * 4)


@case
def missing_file_raises_at_entry(seen, expect, rng):
    inputs.file_name(rng)
    expect(seen.itself, "FileNotFoundError itself on entry").is_true()
    expect(seen.error_number, "errno of the error").equals(2)
    expect(seen.left_open, "files left open").equals(0)
    expect(seen.text, "a file that exists is still read").equals(text_of(rng))


@case
def call_alone_opens_nothing(seen, expect, rng):
    expect(seen.opened, "files open after the call").equals(0)
    expect(seen.created, "file created by the call").is_false()
    expect(seen.text, "what was read").equals(text_of(rng))
    expect(seen.writable, "writable after entry").is_true()


@case
def closes_on_return_and_break(seen, expect, rng):
    expect(seen.texts, "what was read").equals([text_of(rng), text_of(rng)])
    expect(seen.closed, "closed after return and break").equals([True, True])


@case
def closes_on_generator_exit(seen, expect, rng):
    text = text_of(rng)
    expect(seen.first, "the first line").equals(text.splitlines(keepends=True)[0])
    expect(seen.closed_before, "closed while suspended").is_false()
    expect(seen.closed, "closed with the generator").is_true()


@case
def usable_again(seen, expect, rng):
    text = text_of(rng)
    expect(seen.in_a_row, "three in a row").equals([text] * 3)
    expect(seen.inside, "one inside another").equals(text)
    expect(seen.rest, "the outer one").equals(text)
    expect(seen.closed, "all closed").equals([True] * 5)
