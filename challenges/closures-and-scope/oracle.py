"""The numbers that counters should return."""

from __future__ import annotations

import inputs
from viva.oracle import case


def numbers(start: int, times: int) -> list[int]:
    """What so many calls return, from a start on."""
    return [start + turn for turn in range(1, times + 1)]


@case
def first_call(seen, expect, rng):
    expect(seen.number, "first number").equals(1)


@case
def counts_on(seen, expect, rng):
    expect(seen.numbers, "numbers").equals(numbers(0, inputs.times(rng)))


@case
def independent(seen, expect, rng):
    counts = [0, 0]
    expected = []
    for index in inputs.turns(rng):
        counts[index] += 1
        expected.append(counts[index])
    expect(seen.numbers, "numbers of two counters in turn").equals(expected)
    expect(seen.third, "first number of a third").equals(1)


@case
def start_honoured(seen, expect, rng):
    times = inputs.times(rng)
    starts = inputs.starts(rng)
    expect(seen.numbers, "numbers from several starts").equals([numbers(start, times) for start in starts])
    expect(seen.by_name, "numbers, start given by name").equals(numbers(times, times))


@case
def reset_goes_back(seen, expect, rng):
    times = inputs.times(rng)
    starts = [0, *inputs.starts(rng)]
    expect(seen.rounds, "numbers before a reset, after it, and after two").equals(
        [[numbers(start, times), numbers(start, times), numbers(start, 2)] for start in starts]
    )


@case
def reset_returns_nothing(seen, expect, rng):
    expect(seen.before, "numbers before").equals(numbers(0, inputs.times(rng)))
    expect(seen.returned, "what reset returned").is_none()
    expect(seen.after, "a number").equals(1)


@case
def reset_one_only(seen, expect, rng):
    times = inputs.times(rng)
    expect(seen.before, "numbers before").equals([numbers(0, times), numbers(times, times)])
    expect(seen.after, "the next numbers of both").equals([1, 2 * times + 1])
