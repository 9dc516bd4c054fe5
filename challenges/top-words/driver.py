"""Asks for the top words of texts and records them, with content, order and type told apart."""

from __future__ import annotations

import inputs
from viva.driver import case, raised


def pairs(result) -> list:
    """Words with their counts in order, whatever containers the answer made."""
    return [list(pair) for pair in result]


def contents(result) -> list:
    """Words with their counts, order left aside."""
    return sorted(pairs(result))


def order(result) -> list:
    """The words alone, in order."""
    return [word for word, _ in result]


@case
def one_word(answer, see, rng):
    word, count = inputs.one_word(rng)
    see.words = pairs(answer.top_words(" ".join([word] * count), 1))


@case
def counts(answer, see, rng):
    text = inputs.spaced(rng, inputs.no_ties(rng))
    see.words = contents(answer.top_words(text, len(inputs.COUNTS)))


@case
def most_frequent_first(answer, see, rng):
    text = " ".join(inputs.no_ties(rng))
    see.words = order(answer.top_words(text, len(inputs.COUNTS)))


@case
def only_k(answer, see, rng):
    text = " ".join(inputs.no_ties(rng))
    k = rng.randrange(2, len(inputs.COUNTS))
    see.words = contents(answer.top_words(text, k))


@case
def case_ignored(answer, see, rng):
    see.words = contents(answer.top_words(inputs.mixed_case(rng), inputs.MIXED_CASE))


@case
def inner_apostrophe(answer, see, rng):
    see.words = contents(answer.top_words(inputs.contractions(rng), inputs.CONTRACTIONS))


@case
def list_of_tuples(answer, see, rng):
    result = answer.top_words(" ".join(inputs.no_ties(rng)), len(inputs.COUNTS))
    see.right_types = type(result) is list and all(type(pair) is tuple for pair in result)
    see.words = contents(result)


@case
def ties_alphabetical(answer, see, rng):
    drawn = inputs.ties(rng)
    see.words = order(answer.top_words(" ".join(drawn), len(set(drawn))))


@case
def punctuation_separates(answer, see, rng):
    see.words = contents(answer.top_words(inputs.separated(rng, '.,;:!?-()/"&'), inputs.SEPARATED))


@case
def digits_separate(answer, see, rng):
    see.words = contents(answer.top_words(inputs.separated(rng, "0123456789"), inputs.SEPARATED))


@case
def underscores_separate(answer, see, rng):
    see.words = contents(answer.top_words(inputs.separated(rng, "_"), inputs.SEPARATED))


@case
def outer_apostrophes(answer, see, rng):
    see.words = contents(answer.top_words(inputs.quoted(rng), inputs.QUOTED))
    see.at_the_ends = [contents(answer.top_words(text, 2)) for text in inputs.quoted_ends(rng)]


@case
def other_quotes(answer, see, rng):
    see.words = contents(
        answer.top_words(inputs.separated(rng, "`\u2018\u201c\u201d\u2019"), inputs.SEPARATED)
    )


@case
def k_above(answer, see, rng):
    text = " ".join(inputs.no_ties(rng))
    see.words = contents(answer.top_words(text, len(inputs.COUNTS) + rng.randrange(1, 100)))
    see.of_nothing = pairs(answer.top_words("", 3))


@case
def k_zero(answer, see, rng):
    text = " ".join(inputs.no_ties(rng))
    see.none = pairs(answer.top_words(text, 0))
    see.one = pairs(answer.top_words(text, 1))


@case
def ties_at_the_cut(answer, see, rng):
    text = " ".join(inputs.ties(rng))
    see.words = [sorted(order(answer.top_words(text, k))) for k in (2, 4, 5)]


@case
def negative_k(answer, see, rng):
    text = " ".join(inputs.no_ties(rng))
    see.one = pairs(answer.top_words(text, 1))
    see.minus_one = raised(answer.top_words, text, -1)
    see.less = raised(answer.top_words, text, -rng.randrange(2, 100))


@case
def unicode_letters(answer, see, rng):
    see.words = contents(answer.top_words(inputs.foreign(rng), len(inputs.FOREIGN)))
