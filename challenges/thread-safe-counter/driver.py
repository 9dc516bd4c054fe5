"""Counts from one thread and from many, and records the sums and what the callers were given."""

from __future__ import annotations

import sys
from threading import Thread

from inputs import amounts, calls
from viva.driver import case, forced_switches, in_threads, raised

# Seconds for one call in a fresh thread; a lock that is still held would keep it for ever.
PATIENCE = 5
# Seconds for one call that comes between two lines of another; one that waits for a lock is left waiting.
BETWEEN = 0.2
LINES_MAX = 12
# How file names begin that are not the answer's own.
FOREIGN = ("/", "<")


@case
def counts(answer, see, rng):
    counter, other = answer.Counter(), answer.Counter()
    values = [counter.value]
    for _ in range(calls(rng)):
        counter.increment()
        values.append(counter.value)
    see.values, see.other = values, other.value


@case
def counts_by(answer, see, rng):
    first, second, third = amounts(rng, 3)
    counter = answer.Counter()
    values = []
    counter.increment(first)
    values.append(counter.value)
    counter.increment(by=second)
    values.append(counter.value)
    counter.increment()
    values.append(counter.value)
    counter.increment(third)
    see.values = [*values, counter.value]


def counted(answer, see, given):
    """Threads that start together, each with its own amounts, count at one counter."""
    counter = answer.Counter()

    def work(index):
        for amount in given[index]:
            counter.increment(amount)

    with forced_switches():
        ended = in_threads(len(given), work)
    see.errors = [error for error in ended if error is not None]
    see.value = counter.value


@case
def two_threads(answer, see, rng):
    times = calls(rng)
    counted(answer, see, [amounts(rng, times) for _ in range(2)])


@case
def eight_threads(answer, see, rng):
    times = calls(rng)
    counted(answer, see, [amounts(rng, times) for _ in range(8)])


@case
def returns_new_value(answer, see, rng):
    first, second = amounts(rng, 2)
    counter = answer.Counter()
    see.returned = [
        counter.increment(first),
        counter.increment(),
        counter.increment(by=second),
        counter.increment(),
    ]
    see.value = counter.value


def interrupted(counter, line):
    """What two calls are given, the second of which comes before so many further lines of the first are run.

    None when the first has not so many lines.
    """
    given, left = [], line
    other = Thread(target=lambda: given.append(counter.increment()), daemon=True)

    def enter(frame, _event, _argument):
        return None if frame.f_code.co_filename.startswith(FOREIGN) else step

    def step(_frame, event, _argument):
        nonlocal left
        if event == "line":
            left -= 1
            if left == 0:
                other.start()
                other.join(BETWEEN)
        return step

    sys.settrace(enter)
    try:
        given.append(counter.increment())
    finally:
        sys.settrace(None)
    if left > 0:
        return None
    other.join()
    return given


@case
def no_value_twice(answer, see, rng):
    times = calls(rng)
    counter = answer.Counter()
    with forced_switches():
        returned = in_threads(4, lambda _: [counter.increment() for _ in range(times)])
    see.returned, see.value = returned, counter.value
    pairs = []
    for line in range(1, LINES_MAX):
        given = interrupted(answer.Counter(), line)
        if given is None:
            break
        pairs.append(given)
    see.pairs = pairs


class Refused(Exception):
    """What an amount that cannot be added raises."""


class NoAmount:
    """Cannot be added to anything."""

    def _refuse(self, *_):
        raise Refused("this cannot be counted")

    __add__ = __radd__ = __int__ = __index__ = __float__ = __neg__ = __sub__ = __rsub__ = _refuse


@case
def error_lets_go(answer, see, rng):
    first, second = amounts(rng, 2)
    counter = answer.Counter()
    counter.increment(first)
    raised(counter.increment, NoAmount())
    another = Thread(target=counter.increment, args=(second,), daemon=True)
    another.start()
    another.join(PATIENCE)
    see.still_waits = another.is_alive()
    if not another.is_alive():
        see.value = counter.value
