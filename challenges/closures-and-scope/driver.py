"""Makes counters, calls and resets them, and records the numbers."""

from __future__ import annotations

import inputs
from viva.driver import case


def called(counter, times: int) -> list:
    """What so many calls return."""
    return [counter() for _ in range(times)]


@case
def first_call(answer, see, rng):
    see.number = answer.make_counter()()


@case
def counts_on(answer, see, rng):
    see.numbers = called(answer.make_counter(), inputs.times(rng))


@case
def independent(answer, see, rng):
    counters = [answer.make_counter(), answer.make_counter()]
    see.numbers = [counters[index]() for index in inputs.turns(rng)]
    see.third = answer.make_counter()()


@case
def start_honoured(answer, see, rng):
    times = inputs.times(rng)
    see.numbers = [called(answer.make_counter(start), times) for start in inputs.starts(rng)]
    see.by_name = called(answer.make_counter(start=times), times)


@case
def reset_goes_back(answer, see, rng):
    times = inputs.times(rng)
    seen = []
    for start in [0, *inputs.starts(rng)]:
        counter = answer.make_counter(start)
        rounds = [called(counter, times)]
        counter.reset()
        rounds.append(called(counter, times))
        counter.reset()
        counter.reset()
        rounds.append(called(counter, 2))
        seen.append(rounds)
    see.rounds = seen


@case
def reset_returns_nothing(answer, see, rng):
    counter = answer.make_counter()
    see.before = called(counter, inputs.times(rng))
    see.returned = counter.reset()
    see.after = counter()


@case
def reset_one_only(answer, see, rng):
    times = inputs.times(rng)
    one, other = answer.make_counter(), answer.make_counter(times)
    see.before = [called(one, times), called(other, times)]
    one.reset()
    see.after = [one(), other()]
