"""How the words group."""

import inputs
from viva.oracle import case


def grouped(words) -> list:
    """The groups, in order."""
    groups: dict = {}
    for word in words:
        groups.setdefault("".join(sorted(word)), []).append(word)
    return list(groups.values())


def contents(words) -> list:
    """The groups with order left aside."""
    return sorted(sorted(group) for group in grouped(words))


@case
def simple_groups(seen, expect, rng):
    expect(seen.groups, "groups, in any order").equals(contents(inputs.three_words(rng)))


@case
def groups_are_right(seen, expect, rng):
    words = inputs.mixed(rng, inputs.families(rng) + inputs.easily_confused(rng))
    expect(seen.groups, "groups, in any order").equals(contents(words))


@case
def repeated_letters(seen, expect, rng):
    expect(seen.groups, "groups, in any order").equals(contents(inputs.repeating(rng)))


@case
def group_order(seen, expect, rng):
    groups = grouped(inputs.unsorted_families(rng))
    expect(seen.groups, "groups, words in any order").equals([sorted(group) for group in groups])


@case
def order_within(seen, expect, rng):
    groups = grouped(inputs.unsorted_within(rng))
    expect(seen.groups, "groups in any order, words as given").equals(sorted(groups, key=sorted))


@case
def lists_of_lists(seen, expect, rng):
    expect(seen.all_lists, "the result and its groups are lists").is_true()
    expect(seen.groups, "groups, in any order").equals(contents(inputs.three_words(rng)))


@case
def empty_input(seen, expect, rng):
    expect(seen.none, "no words").equals([])
    expect(seen.some, "some words").equals(contents(inputs.three_words(rng)))


@case
def empty_strings(seen, expect, rng):
    expect(seen.groups, "groups, in any order").equals(contents(inputs.with_empty_strings(rng)))


@case
def duplicates_kept(seen, expect, rng):
    expect(seen.groups, "groups, in any order").equals(contents(inputs.with_duplicates(rng)))


@case
def case_matters(seen, expect, rng):
    expect(seen.groups, "groups, in any order").equals(contents(inputs.with_capitals(rng)))


@case
def near_linear(seen, expect, rng):
    small, medium = seen.steps if isinstance(seen.steps, list) else (1, 1000)
    expect(seen.groups, "groups, in any order").equals(contents(inputs.many(rng, 10_000)))
    # Twice the words: twice the lines when linear, four times when every pair is compared.
    expect(medium / max(small, 1), "lines run for twice the words").at_most(3)
    # The same words at once and in twenty parts: about the same time when linear, twenty times if quadratic.
    expect(seen.times_longer, "times longer for all words at once than in twenty parts").at_most(8)


@case
def any_iterable(seen, expect, rng):
    words = inputs.unsorted_families(rng)
    groups = contents(words)
    expect(seen.from_iterator, "from an iterator").equals(groups)
    expect(seen.taken, "words read").equals(len(words))
    expect(seen.from_tuple, "from a tuple").equals(groups)
    expect(seen.from_dict, "from the keys of a dict").equals(groups)


@case
def non_ascii(seen, expect, rng):
    expect(seen.groups, "groups, in any order").equals(contents(inputs.foreign(rng)))


@case
def no_normalisation(seen, expect, rng):
    expect(seen.groups, "groups, in any order").equals(contents(inputs.look_alikes(rng)))
