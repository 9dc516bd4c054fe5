"""Decorates functions that fail on purpose and records how often, when and with what they were called."""

from __future__ import annotations

import random

from inputs import arguments, attempts, failures, keywords, pause, token
from viva.driver import attempt, case, fake_clock, raised

CALLS_MAX = 60


class Runaway(BaseException):
    """Ends an answer that never stops calling."""


class Flaky(Exception):
    """An ordinary error that no answer can know by name."""


class Stop(BaseException):
    """An exception that is no Exception."""


class Script:
    """A function that plays a script, and a diary of its calls.

    `outcome(n)` says what the n-th call does, from 1: an exception is raised, anything else returned.
    """

    def __init__(self, clock, outcome):
        self.times, self.given, self.errors = [], [], []

        def fetch_data(*args, **kwargs):
            """Fetch one page."""
            self.times.append(clock.now)
            self.given.append((args, kwargs))
            if len(self.times) > CALLS_MAX:
                raise Runaway
            result = outcome(len(self.times))
            if isinstance(result, BaseException):
                self.errors.append(result)
                raise result
            return result

        self.function = fetch_data

    @property
    def count(self):
        """How often it was called."""
        return len(self.times)

    def gaps(self):
        """Seconds of the clock between each two calls that follow each other."""
        return [later - earlier for earlier, later in zip(self.times, self.times[1:])]


def failing(kind=Flaky):
    """An outcome: every call fails with an error of its own."""
    return lambda n: kind(f"attempt {n}")


def failing_until(successful, value, kind=Flaky):
    """An outcome: calls fail up to the successful one."""
    return lambda n: kind(f"attempt {n}") if n < successful else value


@case
def first_try(answer, see, rng):
    value = token(rng)
    with fake_clock() as clock:
        script = Script(clock, lambda n: value)
        see.result = answer.retry(max_attempts=attempts(rng), delay=pause(rng))(script.function)()
    see.calls = script.count


@case
def later_success(answer, see, rng):
    fails, value = failures(rng), token(rng)
    with fake_clock() as clock:
        script = Script(clock, failing_until(fails + 1, value, kind=ValueError))
        see.result = answer.retry(attempts(rng), pause(rng))(script.function)()
    see.calls = script.count


@case
def exact_attempts(answer, see, rng):
    limit = attempts(rng)
    with fake_clock() as clock:
        script = Script(clock, failing(ConnectionError))
        raised(answer.retry(max_attempts=limit, delay=pause(rng))(script.function))
    see.calls = script.count


@case
def raises_when_all_fail(answer, see, rng):
    with fake_clock() as clock:
        script = Script(clock, failing(ConnectionError))
        see.error = raised(answer.retry(max_attempts=attempts(rng))(script.function))
    see.calls = script.count


@case
def last_error(answer, see, rng):
    with fake_clock() as clock:
        script = Script(clock, failing())
        error = raised(answer.retry(max_attempts=attempts(rng))(script.function))
    see.calls = script.count
    see.is_the_last_one = bool(script.errors) and error is script.errors[-1]


@case
def defaults(answer, see, rng):
    waits = []
    seed = rng.randrange(10**9)
    for given in ({}, {"delay": 1}):
        random.seed(seed)
        with fake_clock() as clock:
            script = Script(clock, failing(OSError))
            raised(answer.retry(**given)(script.function))
        waits.append(script.gaps())
    see.calls = script.count
    see.same_waits = waits[0] == waits[1]


@case
def arguments_pass(answer, see, rng):
    fails, given = failures(rng), arguments(rng)
    with fake_clock() as clock:
        script = Script(clock, failing_until(fails + 1, None))
        answer.retry(max_attempts=attempts(rng))(script.function)(*given)
    see.given = [args for args, _ in script.given]
    with fake_clock() as clock:
        script = Script(clock, failing_until(fails + 1, None))
        attempt(answer.retry(max_attempts=fails + 1)(script.function), *given)
    see.given_to_all = all(args == given for args, _ in script.given)


@case
def keywords_pass(answer, see, rng):
    fails, given = failures(rng), keywords(rng)
    with fake_clock() as clock:
        script = Script(clock, failing_until(fails + 1, None))
        answer.retry(max_attempts=attempts(rng))(script.function)(**given)
    see.given = [kwargs for _, kwargs in script.given]
    # The last attempt that is allowed, too, which some answers make apart from the others.
    with fake_clock() as clock:
        script = Script(clock, failing_until(fails + 1, None))
        attempt(answer.retry(max_attempts=fails + 1)(script.function), **given)
    see.given_to_all = all(kwargs == given for _, kwargs in script.given)


@case
def keeps_metadata(answer, see, rng):
    fails = failures(rng)
    with fake_clock() as clock:
        script = Script(clock, failing_until(fails + 1, None))
        original = script.function
        original.__name__, original.__doc__ = f"fetch_{rng.randrange(10**6)}", token(rng)
        decorated = answer.retry(max_attempts=attempts(rng))(original)
        decorated()
    see.calls = script.count
    see.name, see.doc = decorated.__name__, decorated.__doc__


@case
def pauses_between(answer, see, rng):
    fails, delay = failures(rng), pause(rng)
    with fake_clock() as clock:
        script = Script(clock, failing_until(fails + 1, None))
        answer.retry(max_attempts=attempts(rng), delay=delay)(script.function)()
    gaps = script.gaps()
    see.count, see.shortest, see.longest = len(gaps), min(gaps, default=None), max(gaps, default=None)


@case
def no_pause_after_last(answer, see, rng):
    limit, delay = attempts(rng), pause(rng)
    with fake_clock() as clock:
        script = Script(clock, failing())
        raised(answer.retry(max_attempts=limit, delay=delay)(script.function))
        see.after_last = clock.now - script.times[-1]
    see.shortest_gap = min(script.gaps(), default=0.0)


def passes(answer, see, rng, kind):
    """An ordinary error, then one of this kind, then a success that must not be reached."""
    special = kind(token(rng))
    script_of = {1: Flaky("first"), 2: special}
    with fake_clock() as clock:
        script = Script(clock, lambda n: script_of.get(n))
        error = raised(answer.retry(max_attempts=attempts(rng))(script.function))
        see.waited = clock.now - script.times[-1]
    see.calls = script.count
    see.is_it = error is special


@case
def keyboard_interrupt_passes(answer, see, rng):
    passes(answer, see, rng, KeyboardInterrupt)


@case
def system_exit_passes(answer, see, rng):
    passes(answer, see, rng, SystemExit)


@case
def base_exceptions_pass(answer, see, rng):
    passes(answer, see, rng, Stop)


@case
def single_attempt(answer, see, rng):
    delay = pause(rng)
    counts = []
    for limit in (1, 2):
        with fake_clock() as clock:
            script = Script(clock, failing())
            error = raised(answer.retry(max_attempts=limit, delay=delay)(script.function))
            if limit == 1:
                see.slept = clock.now - script.times[0]
                see.is_its_error = error is script.errors[0]
        counts.append(script.count)
    see.counts = counts


@case
def refuses_below_one(answer, see, rng):
    value = token(rng)
    negative = -rng.randint(1, 9)
    with fake_clock() as clock:
        script = Script(clock, lambda n: value)
        see.zero = raised(lambda: answer.retry(0)(script.function))
        see.negative = raised(lambda: answer.retry(max_attempts=negative)(script.function))
        see.calls = script.count
        see.one = answer.retry(max_attempts=1)(script.function)()


@case
def methods_work(answer, see, rng):
    names = [token(rng), token(rng)]
    with fake_clock():

        class Client:
            def __init__(self, name):
                self.name, self.calls = name, 0

            @answer.retry(max_attempts=3, delay=0)
            def fetch(self, page):
                self.calls += 1
                if self.calls < 3:
                    raise Flaky(self.name)
                return [self.name, page]

        clients = [Client(name) for name in names]
        see.results = [client.fetch(7) for client in clients]
    see.calls = [client.calls for client in clients]


@case
def counts_afresh(answer, see, rng):
    limit = attempts(rng)
    fails = failures(rng)
    counts, successes = [], []
    current = {}
    with fake_clock() as clock:
        script = Script(clock, lambda n: current["outcome"](n - current["before"]))
        decorated = answer.retry(max_attempts=limit)(script.function)
        for outcome in (failing_until(fails + 1, "done"), failing(), failing_until(limit, "done"), failing()):
            current.update(outcome=outcome, before=script.count)
            result = attempt(decorated)
            counts.append(script.count - current["before"])
            successes.append(type(result.value) is str and result.value == "done")
    see.counts, see.successes = counts, successes
