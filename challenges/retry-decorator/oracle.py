"""What a right `retry` lets a failing function see."""

from __future__ import annotations

from inputs import arguments, attempts, failures, keywords, pause, token
from viva.oracle import case


@case
def first_try(seen, expect, rng):
    expect(seen.result, "result").equals(token(rng))
    expect(seen.calls, "calls").equals(1)


@case
def later_success(seen, expect, rng):
    fails = failures(rng)
    expect(seen.result, "result").equals(token(rng))
    expect(seen.calls, "calls").equals(fails + 1)


@case
def exact_attempts(seen, expect, rng):
    expect(seen.calls, "calls").equals(attempts(rng))


@case
def raises_when_all_fail(seen, expect, rng):
    expect(seen.calls, "calls").at_least(2)
    expect(seen.error, "error").raises("Exception")


@case
def last_error(seen, expect, rng):
    expect(seen.calls, "calls").at_least(2)
    expect(seen.is_the_last_one, "the error is the one of the last call").is_true()


@case
def defaults(seen, expect, rng):
    expect(seen.calls, "calls").equals(3)
    expect(seen.same_waits, "pauses as with delay=1").is_true()


@case
def arguments_pass(seen, expect, rng):
    fails = failures(rng)
    expect(seen.given, "arguments of each attempt").equals([arguments(rng)] * (fails + 1))
    expect(seen.given_to_all, "the same up to the last attempt allowed").is_true()


@case
def keywords_pass(seen, expect, rng):
    fails = failures(rng)
    expect(seen.given, "keywords of each attempt").equals([keywords(rng)] * (fails + 1))
    expect(seen.given_to_all, "the same up to the last attempt allowed").is_true()


@case
def keeps_metadata(seen, expect, rng):
    fails = failures(rng)
    expect(seen.calls, "calls").equals(fails + 1)
    expect(seen.name, "__name__").equals(f"fetch_{rng.randrange(10**6)}")
    expect(seen.doc, "__doc__").equals(token(rng))


@case
def pauses_between(seen, expect, rng):
    fails, delay = failures(rng), pause(rng)
    expect(seen.count, "pauses").equals(fails)
    expect(seen.shortest, "seconds of the shortest pause").is_close(delay, within=1e-6)
    expect(seen.longest, "seconds of the longest pause").is_close(delay, within=1e-6)


@case
def no_pause_after_last(seen, expect, rng):
    expect(seen.shortest_gap, "shortest pause between attempts").at_least(0.01)
    expect(seen.after_last, "seconds after the last attempt").is_close(0, within=1e-6)


def passes(seen, expect, rng):
    expect(seen.calls, "calls").equals(2)
    expect(seen.is_it, "the exception itself comes out").is_true()
    expect(seen.waited, "seconds before it came out").is_close(0, within=1e-6)


@case
def keyboard_interrupt_passes(seen, expect, rng):
    passes(seen, expect, rng)


@case
def system_exit_passes(seen, expect, rng):
    passes(seen, expect, rng)


@case
def base_exceptions_pass(seen, expect, rng):
    passes(seen, expect, rng)


@case
def single_attempt(seen, expect, rng):
    expect(seen.counts, "calls with one and with two attempts").equals([1, 2])
    expect(seen.is_its_error, "its error comes out").is_true()
    expect(seen.slept, "seconds slept with one attempt").is_close(0, within=1e-6)


@case
def refuses_below_one(seen, expect, rng):
    expect(seen.zero, "no attempts").raises("ValueError")
    expect(seen.negative, "a negative number of attempts").raises("ValueError")
    expect(seen.calls, "calls made by decorating").equals(0)
    expect(seen.one, "one attempt").equals(token(rng))


@case
def methods_work(seen, expect, rng):
    names = [token(rng), token(rng)]
    expect(seen.results, "results").equals([[name, 7] for name in names])
    expect(seen.calls, "calls of each object").equals([3, 3])


@case
def counts_afresh(seen, expect, rng):
    limit = attempts(rng)
    fails = failures(rng)
    expect(seen.counts, "calls in each round").equals([fails + 1, limit, limit, limit])
    expect(seen.successes, "which rounds succeed").equals([True, False, True, False])
