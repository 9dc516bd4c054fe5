"""What a counter that loses nothing says."""

from __future__ import annotations

from inputs import amounts, calls
from viva.oracle import case


@case
def counts(seen, expect, rng):
    expect(seen.values, "value after each call").equals(list(range(calls(rng) + 1)))
    expect(seen.other, "value of another counter").equals(0)


@case
def counts_by(seen, expect, rng):
    first, second, third = amounts(rng, 3)
    expect(seen.values, "value after each call").equals(
        [first, first + second, first + second + 1, first + second + third + 1]
    )


def counted(seen, expect, rng, threads):
    times = calls(rng)
    expect(seen.errors, "errors in threads").equals([])
    expect(seen.value, "value").equals(sum(sum(amounts(rng, times)) for _ in range(threads)))


@case
def two_threads(seen, expect, rng):
    counted(seen, expect, rng, 2)


@case
def eight_threads(seen, expect, rng):
    counted(seen, expect, rng, 8)


@case
def returns_new_value(seen, expect, rng):
    first, second = amounts(rng, 2)
    total = first + second + 2
    expect(seen.returned, "returned values").equals([first, first + 1, total - 1, total])
    expect(seen.value, "value").equals(total)


@case
def no_value_twice(seen, expect, rng):
    count = 4 * calls(rng)
    expect(flat(seen.returned), "values given to all callers").same_items(range(1, count + 1))
    expect(seen.value, "value").equals(count)
    expect(in_order(seen.pairs), "values given to two callers, one of whom interrupts the other").equals(
        [[1, 2]] * len_of(seen.pairs)
    )


def len_of(items):
    """How many; 1 for what is no list, or an empty one, so that it cannot be right."""
    return len(items) if isinstance(items, list) and items else 1


def in_order(pairs):
    """Each pair sorted; what cannot be sorted comes as it is."""
    if not isinstance(pairs, list):
        return pairs
    return [[1, 2] if pair == [2, 1] else pair for pair in pairs]


def flat(lists):
    """The items of the lists; what is no list of lists comes as it is."""
    if not isinstance(lists, list) or not all(isinstance(items, list) for items in lists):
        return lists
    return [item for items in lists for item in items]


@case
def error_lets_go(seen, expect, rng):
    expect(seen.still_waits, "a call from another thread still waits").is_false()
    expect(seen.value, "value").equals(sum(amounts(rng, 2)))
