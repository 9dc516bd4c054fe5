"""What the top words are."""

from __future__ import annotations

import inputs
from viva.oracle import case

MANY = 1_000


def words_of(text: str) -> list[str]:
    """The words of a text, as they come."""
    spaced = "".join(letter if letter.isalpha() or letter == "'" else " " for letter in text)
    stripped = (word.strip("'") for word in spaced.split())
    return [word.lower() for word in stripped if word]


def top(text: str, k: int) -> list:
    """The most frequent words with their counts."""
    found = words_of(text)
    counted = [[word, found.count(word)] for word in sorted(set(found))]
    counted.sort(key=lambda pair: -pair[1])
    return counted[:k]


def contents(text: str, k: int = MANY) -> list:
    """The same with order left aside."""
    return sorted(top(text, k))


@case
def one_word(seen, expect, rng):
    word, count = inputs.one_word(rng)
    expect(seen.words, "the word and its count").equals([[word, count]])


@case
def counts(seen, expect, rng):
    text = inputs.spaced(rng, inputs.no_ties(rng))
    expect(seen.words, "words and counts, in any order").equals(contents(text))


@case
def most_frequent_first(seen, expect, rng):
    text = " ".join(inputs.no_ties(rng))
    expect(seen.words, "words in order").equals([word for word, _ in top(text, MANY)])


@case
def only_k(seen, expect, rng):
    text = " ".join(inputs.no_ties(rng))
    k = rng.randrange(2, len(inputs.COUNTS))
    expect(seen.words, "words and counts, in any order").equals(contents(text, k))


@case
def case_ignored(seen, expect, rng):
    expect(seen.words, "words and counts, in any order").equals(contents(inputs.mixed_case(rng)))


@case
def inner_apostrophe(seen, expect, rng):
    expect(seen.words, "words and counts, in any order").equals(contents(inputs.contractions(rng)))


@case
def list_of_tuples(seen, expect, rng):
    expect(seen.right_types, "the result is a list of tuples").is_true()
    expect(seen.words, "words and counts, in any order").equals(contents(" ".join(inputs.no_ties(rng))))


@case
def ties_alphabetical(seen, expect, rng):
    text = " ".join(inputs.ties(rng))
    expect(seen.words, "words in order").equals([word for word, _ in top(text, MANY)])


@case
def punctuation_separates(seen, expect, rng):
    text = inputs.separated(rng, '.,;:!?-()/"&')
    expect(seen.words, "words and counts, in any order").equals(contents(text))


@case
def digits_separate(seen, expect, rng):
    text = inputs.separated(rng, "0123456789")
    expect(seen.words, "words and counts, in any order").equals(contents(text))


@case
def underscores_separate(seen, expect, rng):
    expect(seen.words, "words and counts, in any order").equals(contents(inputs.separated(rng, "_")))


@case
def outer_apostrophes(seen, expect, rng):
    expect(seen.words, "words and counts, in any order").equals(contents(inputs.quoted(rng)))
    ends = [contents(text) for text in inputs.quoted_ends(rng)]
    expect(seen.at_the_ends, "words of texts that begin or end with an apostrophe").equals(ends)


@case
def other_quotes(seen, expect, rng):
    text = inputs.separated(rng, "`\u2018\u201c\u201d\u2019")
    expect(seen.words, "words and counts, in any order").equals(contents(text))


@case
def k_above(seen, expect, rng):
    text = " ".join(inputs.no_ties(rng))
    expect(seen.words, "words and counts, in any order").equals(contents(text))
    expect(seen.of_nothing, "of an empty text").equals([])


@case
def k_zero(seen, expect, rng):
    text = " ".join(inputs.no_ties(rng))
    expect(seen.none, "for k = 0").equals([])
    expect(seen.one, "for k = 1").equals(top(text, 1))


@case
def ties_at_the_cut(seen, expect, rng):
    text = " ".join(inputs.ties(rng))
    expected = [sorted(word for word, _ in top(text, k)) for k in (2, 4, 5)]
    expect(seen.words, "words in any order, for k = 2, 4 and 5").equals(expected)


@case
def negative_k(seen, expect, rng):
    text = " ".join(inputs.no_ties(rng))
    expect(seen.one, "for k = 1").equals(top(text, 1))
    expect(seen.minus_one, "for k = -1").raises("ValueError")
    expect(seen.less, "for a k further below").raises("ValueError")


@case
def unicode_letters(seen, expect, rng):
    expect(seen.words, "words and counts, in any order").equals(contents(inputs.foreign(rng)))
