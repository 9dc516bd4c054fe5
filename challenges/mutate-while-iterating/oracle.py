"""What is left when every negative number and every expired session is gone."""

from __future__ import annotations

import inputs
from viva.oracle import case


def left(numbers):
    """Those that are not negative."""
    return [number for number in numbers if number >= 0]


def living(sessions, now):
    """Those that expire later."""
    return {key: expiry for key, expiry in sessions.items() if expiry > now}


@case
def one_negative(seen, expect, rng):
    before, _, after = inputs.kept(rng, 2), inputs.negatives(rng, 1), inputs.kept(rng, 2)
    expect(seen.left, "what is left of [1, -1, 2]").equals([1, 2])
    expect(seen.others, "what is left").equals(before + after)


@case
def neighbours(seen, expect, rng):
    expect(seen.left, "what is left of each list").equals([left(list_) for list_ in inputs.neighbours(rng)])


@case
def one_expired(seen, expect, rng):
    now = rng.randint(1000, 2000)
    expected = [living(inputs.sessions(rng, now, 4, 1), now) for _ in range(5)]
    expect(seen.left, "sessions left").equals(expected)


@case
def returns_nothing(seen, expect, rng):
    now = rng.randint(1000, 2000)
    before, _, after = inputs.kept(rng, 2), inputs.negatives(rng, 1), inputs.kept(rng, 1)
    expect(seen.returned, "what the two functions returned").equals([None, None])
    expect(seen.numbers, "what is left of the list").equals(before + after)
    expect(seen.sessions, "sessions left").equals(living(inputs.sessions(rng, now, 3, 1), now))


@case
def every_alias_sees_it(seen, expect, rng):
    expected = left(inputs.apart(rng))
    expect(seen.alias, "the list by another name").equals(expected)
    expect(seen.held, "the list held by a dictionary").equals(expected)
    expect(seen.same, "it is the same list").is_true()


@case
def long_runs(seen, expect, rng):
    expect(seen.left, "what is left of each list").equals([left(list_) for list_ in inputs.runs(rng)])


@case
def all_none_empty(seen, expect, rng):
    expect(seen.left, "what is left of each list").equals([left(list_) for list_ in inputs.plain(rng)])


@case
def several_expired(seen, expect, rng):
    now = rng.randint(1000, 2000)
    expected = [
        living(inputs.sessions(rng, now, alive, expired), now)
        for alive, expired in ((4, 3), (2, 6), (0, 5), (5, 0), (0, 0))
    ]
    expect(seen.left, "sessions left").equals(expected)


@case
def expires_now(seen, expect, rng):
    now = rng.randint(1000, 2000)
    expected = {**inputs.sessions(rng, now, 3, 0), "soon": now + 1}
    expect(seen.left, "sessions left").equals(expected)


@case
def linear(seen, expect, rng):
    expected = left(inputs.very_many(rng))
    expect(seen.error, "given up").is_none()
    expect(seen.count, "numbers left").equals(len(expected))
    expect(seen.total, "their sum").equals(sum(expected))
    expect(seen.lowest, "the lowest of them").equals(min(expected))


@case
def error_changes_nothing(seen, expect, rng):
    expect(seen.same, "the list is as it was, with the odd item first, amid and last").equals([True] * 3)
    expect(seen.left, "what is left of a good list").equals(left(inputs.mixed(rng)))
