"""Hands texts to the answer and records which were found balanced, and the indices given."""

from __future__ import annotations

import inputs
from viva.driver import case, steps

SMALL, DOUBLE = 200, 400
# A quadratic answer runs far more lines than this for each character; it need not be run on the long text.
LINES_EACH_MAX = 60


def verdicts(answer, texts) -> list:
    """For each text whether it was found balanced."""
    return [answer.first_unbalanced(text) is None for text in texts]


def indices(answer, texts) -> list:
    """What the answer gives for each text."""
    return [answer.first_unbalanced(text) for text in texts]


@case
def empty_text(answer, see, rng):
    see.balanced = verdicts(answer, ["", inputs.mismatched(rng)])


@case
def side_by_side(answer, see, rng):
    text = inputs.side_by_side(rng)
    see.balanced = verdicts(answer, [*inputs.KINDS, text, inputs.mismatched(rng)])


@case
def nested(answer, see, rng):
    opener, closer = inputs.kind(rng)
    text = inputs.nested(rng)
    see.balanced = verdicts(answer, [opener * 3 + closer * 3, text, inputs.mismatched(rng)])


@case
def never_closed(answer, see, rng):
    see.balanced = verdicts(answer, [*inputs.never_closed(rng), inputs.balanced(rng, 4)])


@case
def never_opened(answer, see, rng):
    see.balanced = verdicts(answer, [*inputs.never_opened(rng), inputs.balanced(rng, 4)])


@case
def mixed_kinds(answer, see, rng):
    see.balanced = verdicts(answer, [*inputs.crossed(rng), inputs.uncrossed(rng), inputs.balanced(rng, 12)])


@case
def wrong_closer(answer, see, rng):
    see.indices = indices(
        answer, ["(]", *[inputs.wrong_closer(rng) for _ in range(4)], inputs.crossed(rng)[0]]
    )


@case
def closer_without_opener(answer, see, rng):
    see.indices = indices(answer, [inputs.kind(rng)[1], *[inputs.closer_too_many(rng) for _ in range(4)]])


@case
def first_of_several(answer, see, rng):
    see.indices = indices(
        answer, [*[inputs.several_wrong(rng) for _ in range(3)], inputs.crossed(rng)[0] + inputs.kind(rng)[1]]
    )


@case
def last_unclosed_opener(answer, see, rng):
    see.indices = indices(answer, inputs.left_open(rng))


@case
def closer_before_openers(answer, see, rng):
    see.indices = indices(answer, inputs.left_open_and_wrong(rng))


@case
def linear(answer, see, rng):
    text = inputs.long(rng)
    deep = [inputs.nested(rng, size) for size in (SMALL, DOUBLE)]
    wide = [text[: 2 * SMALL], text[: 2 * DOUBLE]]
    see.deep = run_deep = [steps(answer.first_unbalanced, each).count for each in deep]
    see.wide = run_wide = [steps(answer.first_unbalanced, each).count for each in wide]
    if max(run_deep + run_wide) <= 2 * DOUBLE * LINES_EACH_MAX:
        see.indices = indices(answer, [text, text + inputs.kind(rng)[0]])


@case
def deep_nesting(answer, see, rng):
    openers, closers = inputs.deep(rng)
    see.indices = indices(answer, [openers + closers, openers + closers + inputs.kind(rng)[0]])


@case
def other_characters(answer, see, rng):
    texts = [inputs.balanced(rng, 5), inputs.balanced(rng, 5) + inputs.kind(rng)[0]]
    see.indices = indices(answer, [*(inputs.among_others(rng, text) for text in texts), inputs.OTHERS])
