"""Asks limiters by a clock that is moved by hand, and records what was allowed and what is still held."""

from __future__ import annotations

import gc

import inputs
from viva.driver import case, fake_clock, forced_switches, in_threads, lifetimes, peak_memory, raised


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now


class Key:
    """A key that can be watched."""


def limiter_of(answer, rng, limit=None):
    """A limiter with a clock of its own, and its settings."""
    limit, window, clock = limit or inputs.limit(rng), inputs.window(rng), Clock(inputs.start(rng))
    return answer.RateLimiter(limit, window, clock=clock), clock, limit, window


def ask(limiter, key, times) -> list:
    """What the limiter says, so many times."""
    return [limiter.allow(key) for _ in range(times)]


@case
def allows_up_to_limit(answer, see, rng):
    limiter, clock, limit, window = limiter_of(answer, rng)
    (key,) = inputs.keys(rng, 1)
    answers = []
    for _ in range(limit):
        answers.append(limiter.allow(key))
        clock.now += window / 64
    see.answers = answers


@case
def refuses_above(answer, see, rng):
    limiter, clock, limit, window = limiter_of(answer, rng)
    (key,) = inputs.keys(rng, 1)
    see.at_once = ask(limiter, key, limit + 2)
    clock.now += window / 64
    see.later = ask(limiter, key, 2)


@case
def allows_again(answer, see, rng):
    limiter, clock, limit, window = limiter_of(answer, rng)
    (key,) = inputs.keys(rng, 1)
    rounds = []
    for _ in range(3):
        rounds.append(ask(limiter, key, limit))
        clock.now += window + 1
    see.rounds = rounds
    see.one_more = ask(limiter, key, limit + 1)[:limit]


@case
def default_clock(answer, see, rng):
    limit, window = inputs.limit(rng), inputs.window(rng)
    (key,) = inputs.keys(rng, 1)
    with fake_clock() as clock:
        limiter = answer.RateLimiter(limit, window)
        see.at_once = ask(limiter, key, limit + 1)
        clock.advance(window + 1)
        see.later = ask(limiter, key, limit)


@case
def sliding(answer, see, rng):
    limiter, clock, limit, window = limiter_of(answer, rng)
    first, late, one_is_over = [], [], []
    # Wherever the windows of a fixed grid begin, one of four starts shows it.
    for number, key in enumerate(inputs.keys(rng, 4)):
        begin = clock.now = clock.now + window * (2 + number / 4)
        first += ask(limiter, key, 1)
        clock.now = begin + window * 3 / 4
        late += ask(limiter, key, limit - 1)
        clock.now = begin + window * 5 / 4
        one_is_over.append(ask(limiter, key, limit))
    see.first, see.late, see.one_is_over = first, late, one_is_over
    one_is_not = []
    for number in range(4):
        key, begin = ("late", number), clock.now + window * (2 + number / 4)
        clock.now = begin
        early = ask(limiter, key, limit - 1)
        clock.now = begin + window * 3 / 4
        early += ask(limiter, key, 1)
        clock.now = begin + window * 5 / 4
        one_is_not.append([early, ask(limiter, key, limit)])
    see.one_is_not = one_is_not


@case
def keys_independent(answer, see, rng):
    limiter, clock, limit, window = limiter_of(answer, rng)
    first, second = inputs.keys(rng, 2)
    see.first = ask(limiter, first, limit)
    see.second = ask(limiter, second, limit)
    see.number = ask(limiter, (first, 1), 1)


@case
def refused_do_not_count(answer, see, rng):
    limiter, clock, limit, window = limiter_of(answer, rng)
    (key,) = inputs.keys(rng, 1)
    see.allowed = ask(limiter, key, limit)
    clock.now += window / 2
    see.refused = ask(limiter, key, limit + 3)
    clock.now += window / 2 + 1
    see.allowed_again = ask(limiter, key, limit)


@case
def boundary(answer, see, rng):
    limiter, clock, limit, window = limiter_of(answer, rng)
    first, second = inputs.keys(rng, 2)
    begin = clock.now
    see.allowed = ask(limiter, first, limit) + ask(limiter, second, limit)
    clock.now = begin + window - 0.25
    see.just_before = ask(limiter, first, 1)
    clock.now = begin + window
    see.exactly = ask(limiter, second, limit)


@case
def bounded_per_key(answer, see, rng):
    def run():
        """Allowed and refused calls over a long time."""
        allowed = 0
        for _ in range(inputs.CALLS):
            clock.now += window * 5 / 16
            allowed += limiter.allow(key) is True
            limiter.allow(key)
        return allowed

    limiter, clock, limit, window = limiter_of(answer, rng, limit=2)
    (key,) = inputs.keys(rng, 1)
    measured = peak_memory(run)
    see.allowed, see.bytes = measured.value, measured.bytes


def idle_rounds(limiter, clock, window, rounds):
    """Many keys that come once, and one that stays. How many of its calls were allowed."""
    allowed = 0
    for number in range(rounds):
        for place in range(inputs.IDLE):
            limiter.allow(f"idle {number} {place}")
        for _ in range(inputs.IDLE + 1):
            clock.now += window + 1
            allowed += limiter.allow("busy") is True
    return allowed


@case
def idle_keys_leave(answer, see, rng):
    limiter, clock, limit, window = limiter_of(answer, rng, limit=1)
    census = lifetimes()
    see.busy = limiter.allow("busy")
    idle = [census.watch(Key()) for _ in range(inputs.IDLE)]
    see.first_asked = [limiter.allow(key) for key in idle].count(True)
    see.asked_again = [limiter.allow(key) for key in idle].count(False)
    idle.clear()
    allowed = []
    for _ in range(inputs.IDLE + 1):
        clock.now += window + 1
        allowed.append(limiter.allow("busy"))
    see.allowed = allowed.count(True)
    gc.collect()
    see.idle_held = census.alive
    peaks = []
    for rounds in (inputs.FEW_ROUNDS, inputs.MANY_ROUNDS):
        fresh = answer.RateLimiter(1, window, clock=clock)
        peaks.append(peak_memory(idle_rounds, fresh, clock, window, rounds).bytes)
    see.bytes_for_few, see.bytes_for_many = peaks


@case
def thread_safe(answer, see, rng):
    limiter, clock, limit, window = limiter_of(answer, rng, limit=2)
    names = inputs.keys(rng, inputs.RACES)
    with forced_switches():
        answers = in_threads(inputs.THREADS, lambda _: [limiter.allow(name) for name in names])
    given = [each for each in answers if isinstance(each, list)]
    see.allowed = [column.count(True) for column in zip(*given)]
    see.threads = len(given)


@case
def refuses_bad_limit(answer, see, rng):
    limiter, clock, limit, window = limiter_of(answer, rng, limit=1)
    see.good = ask(limiter, "key", 2)
    see.zero = raised(answer.RateLimiter, 0, window, clock)
    see.negative = raised(answer.RateLimiter, -limit, window, clock)


@case
def refuses_bad_window(answer, see, rng):
    clock = Clock(inputs.start(rng))
    see.good = ask(answer.RateLimiter(1, 0.5, clock), "key", 2)
    see.zero = raised(answer.RateLimiter, 1, 0, clock)
    see.negative = raised(answer.RateLimiter, 2, -inputs.window(rng), clock)
