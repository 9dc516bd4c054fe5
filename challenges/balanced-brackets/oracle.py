"""Which bracket is wrong."""

from __future__ import annotations

import inputs
from viva.oracle import case

OPENER_OF = {closer: opener for opener, closer in inputs.KINDS}
OPENERS = set(OPENER_OF.values())


def wrong(text: str):
    """The index of the first bracket that is wrong, or None."""
    due = []
    for index, letter in enumerate(text):
        if letter in OPENERS:
            due.append(index)
        elif letter in OPENER_OF and (not due or text[due.pop()] != OPENER_OF[letter]):
            return index
    return due[-1] if due else None


def verdicts(texts) -> list:
    """For each text whether it is balanced."""
    return [wrong(text) is None for text in texts]


def indices(texts) -> list:
    """The index for each text."""
    return [wrong(text) for text in texts]


@case
def empty_text(seen, expect, rng):
    expect(seen.balanced, "empty, and a pair that does not match: balanced?").equals(
        verdicts(["", inputs.mismatched(rng)])
    )


@case
def side_by_side(seen, expect, rng):
    text = inputs.side_by_side(rng)
    expected = verdicts([*inputs.KINDS, text, inputs.mismatched(rng)])
    expect(seen.balanced, "each kind, several pairs, and one that does not match: balanced?").equals(expected)


@case
def nested(seen, expect, rng):
    opener, closer = inputs.kind(rng)
    text = inputs.nested(rng)
    expected = verdicts([opener * 3 + closer * 3, text, inputs.mismatched(rng)])
    expect(seen.balanced, "of one kind, of several, and one that does not match: balanced?").equals(expected)


@case
def never_closed(seen, expect, rng):
    expected = verdicts([*inputs.never_closed(rng), inputs.balanced(rng, 4)])
    expect(seen.balanced, "four with an opener left, and a good one: balanced?").equals(expected)


@case
def never_opened(seen, expect, rng):
    expected = verdicts([*inputs.never_opened(rng), inputs.balanced(rng, 4)])
    expect(seen.balanced, "five with a closer too many, and a good one: balanced?").equals(expected)


@case
def mixed_kinds(seen, expect, rng):
    expected = verdicts([*inputs.crossed(rng), inputs.uncrossed(rng), inputs.balanced(rng, 12)])
    expect(seen.balanced, "three that cross, and two that do not: balanced?").equals(expected)


@case
def wrong_closer(seen, expect, rng):
    expect(seen.indices, "indices").equals(
        indices(["(]", *[inputs.wrong_closer(rng) for _ in range(4)], inputs.crossed(rng)[0]])
    )


@case
def closer_without_opener(seen, expect, rng):
    texts = [inputs.kind(rng)[1], *[inputs.closer_too_many(rng) for _ in range(4)]]
    expect(seen.indices, "indices").equals(indices(texts))


@case
def first_of_several(seen, expect, rng):
    expect(seen.indices, "indices").equals(
        indices(
            [*[inputs.several_wrong(rng) for _ in range(3)], inputs.crossed(rng)[0] + inputs.kind(rng)[1]]
        )
    )


@case
def last_unclosed_opener(seen, expect, rng):
    expect(seen.indices, "indices").equals(indices(inputs.left_open(rng)))


@case
def closer_before_openers(seen, expect, rng):
    expect(seen.indices, "indices").equals(indices(inputs.left_open_and_wrong(rng)))


@case
def linear(seen, expect, rng):
    text = inputs.long(rng)
    for costs, what in ((seen.deep, "a deep text"), (seen.wide, "a wide text")):
        small, double = costs if isinstance(costs, list) else (1, 1_000)
        # Twice the text: twice the lines when linear, four times when quadratic.
        expect(double / max(small, 1), f"lines run for {what}, times more for twice the length").at_most(3)
    expect(seen.indices, "indices in long texts, balanced, and with an opener behind").equals(
        indices([text, text + inputs.kind(rng)[0]])
    )


@case
def deep_nesting(seen, expect, rng):
    openers, closers = inputs.deep(rng)
    texts = [openers + closers, openers + closers + inputs.kind(rng)[0]]
    expect(seen.indices, "indices in deep texts").equals(indices(texts))


@case
def other_characters(seen, expect, rng):
    texts = [inputs.balanced(rng, 5), inputs.balanced(rng, 5) + inputs.kind(rng)[0]]
    texts = [inputs.among_others(rng, text) for text in texts]
    expect(seen.indices, "indices").equals(indices([*texts, inputs.OTHERS]))
