"""Gives the answer factories that count who is in flight, that end in turn, fail, or wait to be cancelled.

All of it runs under a fake clock: a sleep takes no time and ends when nothing else is left to do, so that an
answer that is stuck shows at once.
"""

from __future__ import annotations

import asyncio

import inputs
from viva.driver import attempt, case, fake_clock, run_async

# Seconds of the fake clock: a while, longer than that, and longer than everything together.
SOON, LATER, NEVER = 10.0, 100.0, 36_000.0
# Turns of the loop: how long one awaits company, and what cleaning up takes.
COMPANY, CLEANING = 100, 5


def run(coroutine):
    """Runs it to its end in no time."""
    with fake_clock():
        return run_async(coroutine)


async def ended(awaitable):
    """The result of what the answer gave, in a task of its own; an error when it will never end."""
    task = asyncio.ensure_future(awaitable)
    await asyncio.wait({task}, timeout=NEVER)
    if not task.done():
        raise TimeoutError("gather_limited still waits, and nothing is left to happen")
    return task.result()


async def turns(count, until=lambda: False):
    """Gives way so many times, or until this is true."""
    for _ in range(count):
        if until():
            return
        await asyncio.sleep(0)


class Jobs:
    """Factories and a count of them: in flight from their call, running from the first step of the body."""

    def __init__(self):
        self.called = self.in_flight = self.most = self.running = 0

    def factory(self, body):
        """A factory of coroutines that run this body, a coroutine function."""

        async def job():
            self.running += 1
            try:
                return await body()
            finally:
                self.running -= 1
                self.in_flight -= 1

        def call():
            self.called += 1
            self.in_flight += 1
            self.most = max(self.most, self.in_flight)
            return job()

        return call

    def lasting(self, value, rounds):
        """A factory of a job that ends by itself after so many turns."""

        async def body():
            await turns(rounds)
            return value

        return self.factory(body)


class Custom:
    """An awaitable that is neither coroutine nor future."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


@case
def results(answer, see, rng):
    jobs = Jobs()
    factories = [jobs.lasting(value, 1) for value in inputs.values(rng, 6)]
    see.results = run(ended(answer.gather_limited(inputs.limit(rng), *factories)))


@case
def in_order(answer, see, rng):
    jobs, values = Jobs(), inputs.values(rng, 8)
    factories = [jobs.lasting(value, 3 * (8 - place)) for place, value in enumerate(values)]
    see.at_once = run(ended(answer.gather_limited(8, *factories)))
    see.by_and_by = run(ended(answer.gather_limited(inputs.limit(rng), *factories)))


@case
def never_above_limit(answer, see, rng):
    most = []
    for limit in (inputs.limit(rng), 1):
        jobs, count = Jobs(), 6 * limit
        values, rounds = inputs.values(rng, count), inputs.rounds(rng, count)
        factories = [jobs.lasting(*each) for each in zip(values, rounds)]
        see.results = run(ended(answer.gather_limited(limit, *factories)))
        most.append(jobs.most)
    see.most = most


@case
def any_awaitable(answer, see, rng):
    async def main():
        def future(value):
            made = asyncio.get_running_loop().create_future()
            asyncio.get_running_loop().call_soon(made.set_result, value)
            return made

        first, second, third = inputs.values(rng, 3)
        lasting = Jobs().lasting(second, 2)
        return await ended(
            answer.gather_limited(
                inputs.limit(rng),
                lambda: future(first),
                lambda: asyncio.ensure_future(lasting()),
                lambda: Custom(third),
            )
        )

    see.results = run(main())


@case
def reaches_limit(answer, see, rng):
    limit = inputs.limit(rng)
    jobs = Jobs()

    def waits_for_company(value):
        async def body():
            await turns(COMPANY, lambda: jobs.most >= limit)
            return value

        return jobs.factory(body)

    factories = [waits_for_company(value) for value in inputs.values(rng, 4 * limit)]
    see.results = run(ended(answer.gather_limited(limit, *factories)))
    see.most = jobs.most


@case
def called_in_turn(answer, see, rng):
    async def main():
        async def body():
            await gate.wait()
            return jobs.called

        gate = asyncio.Event()
        task = asyncio.ensure_future(answer.gather_limited(limit, *[jobs.factory(body)] * 3 * limit))
        await asyncio.sleep(SOON)
        see.called_while_full = jobs.called
        gate.set()
        see.count = len(await ended(task))

    limit = inputs.limit(rng)
    jobs = Jobs()
    run(main())


@case
def refuses_bad_limit(answer, see, rng):
    def refused(limit):
        async def main():
            call = attempt(answer.gather_limited, limit, *factories)
            at_call.append(call.error)
            return await ended(call.value)

        return attempt(run, main()).error

    jobs, values = Jobs(), inputs.values(rng, 3)
    factories = [jobs.lasting(value, 1) for value in values]
    at_call = []
    see.zero = refused(0)
    see.negative = refused(inputs.bad_limit(rng))
    see.at_call = at_call
    see.one = run(ended(answer.gather_limited(1, *factories)))


@case
def original_error(answer, see, rng):
    async def fails():
        await asyncio.sleep(0)
        raise error

    limit, values = inputs.limit(rng), inputs.values(rng, 4)
    jobs, error = Jobs(), LookupError(values[0])
    factories = [jobs.lasting(value, 1) for value in values]
    factories.insert(rng.randrange(4), jobs.factory(fails))
    see.itself = attempt(run, ended(answer.gather_limited(limit, *factories))).error is error


@case
def cancels_the_rest(answer, see, rng):
    async def fails():
        await turns(COMPANY, lambda: jobs.running >= limit)
        await turns(CLEANING)
        failed.append(True)
        raise error

    async def lasts():
        try:
            await asyncio.sleep(LATER)
        except asyncio.CancelledError:
            await turns(CLEANING)
            raise
        completed.append(bool(failed))

    async def main():
        outcome = None
        try:
            await ended(answer.gather_limited(limit, *factories))
        except Exception as raised:
            outcome = raised
        see.failed, see.raised = len(failed), outcome is not None
        see.running, called = jobs.running, jobs.called
        await asyncio.sleep(SOON)
        see.called_later = jobs.called - called
        see.completed_after = completed.count(True)

    limit = inputs.limit(rng)
    jobs, failed, completed = Jobs(), [], []
    error = LookupError(limit)
    factories = [jobs.factory(lasts) for _ in range(4 * limit)]
    factories[rng.randrange(limit)] = jobs.factory(fails)
    run(main())


@case
def outer_cancellation(answer, see, rng):
    async def main():
        async def waits():
            started.append(True)
            try:
                await asyncio.Event().wait()
            finally:
                await turns(CLEANING)

        factories = [jobs.factory(waits) for _ in range(3 * limit)]
        task = asyncio.ensure_future(answer.gather_limited(limit, *factories))
        await asyncio.sleep(SOON)
        see.started, called = bool(started), jobs.called
        task.cancel()
        await asyncio.wait({task}, timeout=SOON)
        await asyncio.sleep(SOON)
        see.is_cancelled = task.cancelled()
        see.running, see.called_later = jobs.running, jobs.called - called

    limit = inputs.limit(rng)
    jobs, started = Jobs(), []
    run(main())


@case
def ten_thousand(answer, see, rng):
    jobs = Jobs()
    factories = [jobs.lasting(number, number % 2) for number in range(inputs.THOUSANDS)]
    see.results = run(ended(answer.gather_limited(inputs.limit(rng), *factories)))
