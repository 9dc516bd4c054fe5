"""What a limiter should say."""

from __future__ import annotations

import inputs
from viva.oracle import case


def settings(rng, limit=None) -> tuple:
    """The limit and the window that the driver drew."""
    limit, window, _ = limit or inputs.limit(rng), inputs.window(rng), inputs.start(rng)
    return limit, window


@case
def allows_up_to_limit(seen, expect, rng):
    limit, _ = settings(rng)
    expect(seen.answers, "answers").equals([True] * limit)


@case
def refuses_above(seen, expect, rng):
    limit, _ = settings(rng)
    expect(seen.at_once, "answers at once").equals([True] * limit + [False] * 2)
    expect(seen.later, "answers a moment later").equals([False] * 2)


@case
def allows_again(seen, expect, rng):
    limit, _ = settings(rng)
    expect(seen.rounds, "answers, a window and more between the rounds").equals([[True] * limit] * 3)
    expect(seen.one_more, "answers in a further round").equals([True] * limit)


@case
def default_clock(seen, expect, rng):
    limit, _ = inputs.limit(rng), inputs.window(rng)
    expect(seen.at_once, "answers at once").equals([True] * limit + [False])
    expect(seen.later, "answers a window later").equals([True] * limit)


@case
def sliding(seen, expect, rng):
    limit, _ = settings(rng)
    expect(seen.first, "the first call, at four starts").equals([True] * 4)
    expect(seen.late, "calls late in the window").equals([True] * (limit - 1) * 4)
    over = [True] + [False] * (limit - 1)
    expect(seen.one_is_over, "calls when only the first is over").equals([over] * 4)
    not_over = [[True] * limit, [True] * (limit - 1) + [False]]
    expect(seen.one_is_not, "calls when all but the last are over").equals([not_over] * 4)


@case
def keys_independent(seen, expect, rng):
    limit, _ = settings(rng)
    expect(seen.first, "answers for one key").equals([True] * limit)
    expect(seen.second, "answers for another key").equals([True] * limit)
    expect(seen.number, "answer for a tuple as key").equals([True])


@case
def refused_do_not_count(seen, expect, rng):
    limit, _ = settings(rng)
    expect(seen.allowed, "answers at first").equals([True] * limit)
    expect(seen.refused, "answers half a window later").equals([False] * (limit + 3))
    expect(seen.allowed_again, "answers when the window is over").equals([True] * limit)


@case
def boundary(seen, expect, rng):
    limit, _ = settings(rng)
    expect(seen.allowed, "answers for two keys at first").equals([True] * 2 * limit)
    expect(seen.just_before, "answer just before the window is over").equals([False])
    expect(seen.exactly, "answers when it is exactly over").equals([True] * limit)


@case
def bounded_per_key(seen, expect, rng):
    # Both calls are allowed at every fourth step: the window is over after 20/16 of it, not after 15/16.
    expect(seen.allowed, "steps at which calls were allowed").equals(inputs.CALLS // 4)
    expect(seen.bytes, "bytes held at most").at_most(40_000)


@case
def idle_keys_leave(seen, expect, rng):
    expect(seen.busy, "the first call of the busy key").is_true()
    expect(seen.first_asked, "idle keys allowed once").equals(inputs.IDLE)
    expect(seen.asked_again, "idle keys refused after that").equals(inputs.IDLE)
    expect(seen.allowed, "later calls of the busy key allowed").equals(inputs.IDLE + 1)
    expect(seen.idle_held, "idle keys still held").equals(0)
    few = seen.bytes_for_few if isinstance(seen.bytes_for_few, int) else 0
    # Ten times the keys, never more of them at a time: memory stays, or grows tenfold when keys are kept.
    expect(seen.bytes_for_many, "bytes for ten times the idle keys").at_most(3 * few)


@case
def thread_safe(seen, expect, rng):
    expect(seen.allowed, "calls allowed for each key").equals([2] * inputs.RACES)
    expect(seen.threads, "threads that met no error").equals(inputs.THREADS)


@case
def refuses_bad_limit(seen, expect, rng):
    expect(seen.good, "answers with a good limit").equals([True, False])
    expect(seen.zero, "limit 0").raises("ValueError")
    expect(seen.negative, "a limit below 0").raises("ValueError")


@case
def refuses_bad_window(seen, expect, rng):
    expect(seen.good, "answers with a good window").equals([True, False])
    expect(seen.zero, "window 0").raises("ValueError")
    expect(seen.negative, "a window below 0").raises("ValueError")
