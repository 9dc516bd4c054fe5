"""Groups words and records the groups, with content, order and type told apart."""

from time import thread_time

import inputs
from viva.driver import case, growth, steps, watched

SMALL, MEDIUM, LARGE = 500, 1_000, 10_000
SHORTEST_S = 0.005
# The fastest of several rounds counts, for a busy machine slows some; a slow answer has enough with one.
ROUNDS, ENOUGH_S = 7, 0.2


def contents(groups) -> list:
    """The groups as lists in an order of their own, whatever containers the answer made."""
    return sorted(sorted(group) for group in groups)


@case
def simple_groups(answer, see, rng):
    see.groups = contents(answer.group_anagrams(inputs.three_words(rng)))


@case
def groups_are_right(answer, see, rng):
    words = inputs.mixed(rng, inputs.families(rng) + inputs.easily_confused(rng))
    see.groups = contents(answer.group_anagrams(words))


@case
def repeated_letters(answer, see, rng):
    see.groups = contents(answer.group_anagrams(inputs.repeating(rng)))


@case
def group_order(answer, see, rng):
    groups = answer.group_anagrams(inputs.unsorted_families(rng))
    see.groups = [sorted(group) for group in groups]


@case
def order_within(answer, see, rng):
    groups = answer.group_anagrams(inputs.unsorted_within(rng))
    see.groups = sorted((list(group) for group in groups), key=sorted)


@case
def lists_of_lists(answer, see, rng):
    groups = answer.group_anagrams(inputs.three_words(rng))
    see.all_lists = type(groups) is list and all(type(group) is list for group in groups)
    see.groups = contents(groups)


@case
def empty_input(answer, see, rng):
    see.none = contents(answer.group_anagrams([]))
    see.some = contents(answer.group_anagrams(inputs.three_words(rng)))


@case
def empty_strings(answer, see, rng):
    see.groups = contents(answer.group_anagrams(inputs.with_empty_strings(rng)))


@case
def duplicates_kept(answer, see, rng):
    see.groups = contents(answer.group_anagrams(inputs.with_duplicates(rng)))


@case
def case_matters(answer, see, rng):
    see.groups = contents(answer.group_anagrams(inputs.with_capitals(rng)))


def timed(answer, batches: list) -> tuple:
    """The processor time of grouping each batch by itself, in seconds, and the groups of the last."""
    rounds, groups = [], None
    while len(rounds) < ROUNDS and sum(rounds) < ENOUGH_S:
        start = thread_time()
        for words in batches:
            groups = [list(group) for group in answer.group_anagrams(words)]
        rounds.append(thread_time() - start)
    return min(rounds), groups


@case
def near_linear(answer, see, rng):
    words = inputs.many(rng, LARGE)
    # Lines are counted exactly; work within one line (`in` on a list) shows in the time only.
    see.steps = growth(lambda n: steps(lambda: contents(answer.group_anagrams(words[:n]))), (SMALL, MEDIUM))
    in_parts, _ = timed(answer, [words[at : at + SMALL] for at in range(0, LARGE, SMALL)])
    at_once, groups = timed(answer, [words])
    see.groups = contents(groups)
    # Very short times say little, so they are taken for a little longer ones.
    see.times_longer = int(at_once / max(in_parts, SHORTEST_S))


@case
def any_iterable(answer, see, rng):
    words = inputs.unsorted_families(rng)
    source = watched(words)
    see.from_iterator = contents(answer.group_anagrams(source))
    see.taken = source.taken
    see.from_tuple = contents(answer.group_anagrams(tuple(words)))
    see.from_dict = contents(answer.group_anagrams(dict.fromkeys(words)))


@case
def non_ascii(answer, see, rng):
    see.groups = contents(answer.group_anagrams(inputs.foreign(rng)))


@case
def no_normalisation(answer, see, rng):
    see.groups = contents(answer.group_anagrams(inputs.look_alikes(rng)))
