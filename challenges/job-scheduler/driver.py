"""Jobs that note when they start and end, on a clock that nobody has to wait for."""

from __future__ import annotations

import asyncio

from inputs import graph, values
from viva.driver import attempt, case, fake_clock, raised, run_async


class World:
    """Makes jobs and notes what they do: `events` as (what, name), `times` of starts, `most` in flight."""

    def __init__(self, clock):
        self.clock = clock
        self.start_at = clock.now
        self.events = []
        self.times = []
        self.now = self.most = 0

    def job(self, name, lasts=1.0, value=None, fails=0, error=None):
        """A job that lasts so long and fails so many times first (-1: always)."""
        left = [fails]

        async def run():
            self.events.append(("start", name))
            self.times.append(round(self.clock.now - self.start_at, 6))
            self.now += 1
            self.most = max(self.most, self.now)
            try:
                await asyncio.sleep(lasts)
                if left[0]:
                    left[0] -= 1
                    raise error if error is not None else ConnectionError(f"{name} is down")
                return value
            finally:
                self.now -= 1
                self.events.append(("end", name))

        return run

    def starts(self):
        return [name for what, name in self.events if what == "start"]


def told(results):
    """The results as plain values."""
    return [(name, one.state, one.value, one.attempts) for name, one in results.items()]


def states(results):
    return [(name, one.state) for name, one in results.items()]


def run(jobs):
    return run_async(jobs.run())


async def watched(world, jobs):
    """The results, and how many jobs were still in flight by then: the end of a loop ends those, too."""
    results = await jobs.run()
    return results, world.now


@case
def one_job(answer, see, rng):
    with fake_clock() as clock:
        jobs = answer.scheduler.Scheduler(limit=2)
        jobs.add("only", World(clock).job("only", value=41))
        see.results = told(run(jobs))


@case
def several_jobs(answer, see, rng):
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=3)
        for number, value in enumerate(values(rng, 7)):
            jobs.add(f"job{number}", world.job(f"job{number}", lasts=rng.randrange(1, 5), value=value))
        see.results = sorted(told(run(jobs)))
        see.started = sorted(world.starts())


@case
def in_order(answer, see, rng):
    edges = graph(rng)
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=3)
        for name, after in edges.items():
            jobs.add(name, world.job(name, lasts=rng.randrange(1, 6)), after=after)
        see.states = sorted(states(run(jobs)))
    place = {event: index for index, event in enumerate(world.events)}
    see.early = [
        name
        for name, after in edges.items()
        for other in after
        if place.get(("start", name), -1) < place.get(("end", other), 0)
    ]


@case
def failure_told(answer, see, rng):
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=2)
        jobs.add("good", world.job("good", lasts=3, value=1))
        jobs.add("bad", world.job("bad", fails=-1))
        jobs.add("later", world.job("later", value=2))
        see.results = sorted(told(run(jobs)), key=lambda row: row[0])


@case
def dependents_skipped(answer, see, rng):
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=2)
        jobs.add("bad", world.job("bad", fails=-1))
        jobs.add("behind", world.job("behind"), after=["bad"])
        jobs.add("beside", world.job("beside"))
        see.states = sorted(states(run(jobs)))
        see.started = sorted(world.starts())


@case
def retried(answer, see, rng):
    fails = rng.randrange(1, 4)
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler()
        jobs.add("shaky", world.job("shaky", fails=fails, value="at last"), retries=fails)
        jobs.add("hopeless", world.job("hopeless", fails=-1), retries=fails + 1)
        jobs.add("lucky", world.job("lucky", value=1), retries=3)
        see.results = sorted(told(run(jobs)), key=lambda row: row[0])
        see.starts = [world.starts().count(name) for name in ("shaky", "hopeless", "lucky")]


@case
def within_limit(answer, see, rng):
    limit = rng.randrange(1, 4)
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=limit)
        for number in range(9):
            after = [f"job{number - 3}"] if number % 3 == 0 and number else []
            jobs.add(f"job{number}", world.job(f"job{number}", lasts=rng.randrange(1, 4)), after=after)
        see.states = sorted(states(run(jobs)))
    see.most = world.most


@case
def reaches_limit(answer, see, rng):
    limit = rng.randrange(2, 6)
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=limit)
        for number in range(12):
            jobs.add(f"job{number}", world.job(f"job{number}"))
        run(jobs)
        see.took = clock.now - world.start_at
        usual = World(clock)
        jobs = answer.scheduler.Scheduler()
        for number in range(12):
            jobs.add(f"job{number}", usual.job(f"job{number}"))
        run(jobs)
    see.most, see.usual = world.most, usual.most


def attempts_of(answer, **options):
    """When the attempts of a job that always fails at once started, and when the run was over."""
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler()
        jobs.add("bad", world.job("bad", lasts=0, fails=-1), **options)
        run(jobs)
        return world.times, round(clock.now - world.start_at, 6)


@case
def backs_off(answer, see, rng):
    delay, factor = rng.choice([0.5, 1.0, 2.0]), rng.choice([2.0, 3.0])
    see.times, _ = attempts_of(answer, retries=3, delay=delay, factor=factor, max_delay=1000)
    see.plain, _ = attempts_of(answer, retries=2)


@case
def delay_capped(answer, see, rng):
    cap = rng.randrange(3, 7)
    see.times, _ = attempts_of(answer, retries=5, delay=1, factor=2, max_delay=cap)
    see.usual, _ = attempts_of(answer, retries=2, delay=50)


@case
def no_wait_at_the_end(answer, see, rng):
    see.times, see.end = attempts_of(answer, retries=2, delay=3, factor=1)
    see.once, see.end_once = attempts_of(answer, retries=0, delay=7)


@case
def skipped_indirectly(answer, see, rng):
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler()
        jobs.add("bad", world.job("bad", fails=-1))
        jobs.add("slow", world.job("slow", lasts=9))
        jobs.add("one", world.job("one"), after=["bad"])
        jobs.add("two", world.job("two"), after=["slow", "one"])
        jobs.add("three", world.job("three"), after=["two"])
        jobs.add("four", world.job("four"), after=["slow"])
        jobs.add("uno", world.job("uno"), after=["bad"])
        jobs.add("dos", world.job("dos"), after=["uno"])
        see.states = sorted(states(run(jobs)))
        see.started = sorted(world.starts())


@case
def error_itself(answer, see, rng):
    errors = [OSError("one"), KeyError("two"), ValueError("three")]
    thrown = iter(errors)

    async def fails():
        raise next(thrown)

    with fake_clock() as clock:
        jobs = answer.scheduler.Scheduler()
        jobs.add("bad", fails, retries=2)
        jobs.add("good", World(clock).job("good", value=1))
        results = run(jobs)
    see.same = results["bad"].error is errors[2]
    see.error = results["bad"].error
    see.none = [results["good"].error, results["bad"].value]


@case
def start_order(answer, see, rng):
    names = [f"job{number}" for number in range(8)]
    rng.shuffle(names)
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=2)
        jobs.add("first", world.job("first"))
        for name in names:
            jobs.add(name, world.job(name), after=["first"])
        run(jobs)
        see.started = world.starts()


@case
def added_later(answer, see, rng):
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler()
        jobs.add("late", world.job("late"), after=("early", "middle"))
        jobs.add("middle", world.job("middle"), after=["early"])
        jobs.add("early", world.job("early"))
        see.states = sorted(states(run(jobs)))
        see.started = world.starts()


@case
def results_in_order(answer, see, rng):
    edges = graph(rng, 7)
    names = list(edges)
    rng.shuffle(names)
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=3)
        jobs.add("sum", world.job("sum"), after=names)
        for name in names:
            jobs.add(name, world.job(name, lasts=rng.randrange(1, 9)), after=edges[name])
        results = run(jobs)
        see.is_dict = isinstance(results, dict)
        see.names = list(results)


@case
def nothing_to_run(answer, see, rng):
    see.results = run(answer.scheduler.Scheduler())


@case
def cancel_before(answer, see, rng):
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler()
        jobs.add("gone", world.job("gone"))
        jobs.add("behind", world.job("behind"), after=["gone"])
        jobs.add("further", world.job("further"), after=["behind"])
        jobs.add("beside", world.job("beside", value=1))
        jobs.cancel("gone")
        see.results = sorted(told(run(jobs)), key=lambda row: row[0])
        see.started = world.starts()


def canceller(jobs, name, after, said):
    """A job that cancels another one after a while."""

    async def cancels():
        await asyncio.sleep(after)
        said.append(jobs.cancel(name))

    return cancels


@case
def cancel_in_flight(answer, see, rng):
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler()
        jobs.add("long", world.job("long", lasts=100), retries=3)
        jobs.add("behind", world.job("behind"), after=["long"])
        jobs.add("cancels", canceller(jobs, "long", 2, []))
        jobs.add("other", world.job("other", lasts=5, value=7))
        results, see.left = run_async(watched(world, jobs))
        see.results = sorted(told(results), key=lambda row: row[0])
        see.took = clock.now - world.start_at
        see.started = sorted(world.starts())


def refused(answer, edges):
    """The error of a run over these jobs, and what was called."""
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler()
        for name, after in edges.items():
            jobs.add(name, world.job(name), after=after)
        error = raised(run_async, asyncio_timeout(jobs.run()))
        return error, world.starts()


async def asyncio_timeout(awaitable):
    """Ends what would hang: nothing here lasts so long."""
    return await asyncio.wait_for(awaitable, 10_000)


@case
def cycle(answer, see, rng):
    see.free = refused(answer, {"a": [], "b": ["a"]})[0]
    see.two, see.called = refused(answer, {"start": [], "ping": ["pong", "start"], "pong": ["ping"]})
    see.itself, see.called_itself = refused(answer, {"start": [], "narcissus": ["narcissus"]})
    longer = {"start": [], "behind": ["red"], "red": ["blue"], "green": ["red"], "blue": ["green"]}
    see.three, see.called_three = refused(answer, longer)


@case
def missing_dependency(answer, see, rng):
    see.error, see.called = refused(answer, {"start": [], "next": ["start", "godot"]})


@case
def wrong_arguments(answer, see, rng):
    make = answer.scheduler.Scheduler
    see.limits = [raised(make, limit=limit) for limit in (0, -2)]
    with fake_clock() as clock:
        world, jobs = World(clock), make(limit=1)
        jobs.add("once", world.job("once", value=1))
        wrong = ({"retries": -1}, {"delay": -0.5}, {"max_delay": -1}, {"factor": 0.5})
        see.twice = raised(jobs.add, "once", world.job("again", value=2))
        see.errors = [raised(jobs.add, f"bad{n}", world.job("bad"), **one) for n, one in enumerate(wrong)]
        jobs.add("edge", world.job("edge", value=3), retries=0, delay=0, factor=1, max_delay=0)
        see.results = told(run(jobs))


@case
def retry_frees_place(answer, see, rng):
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=1)
        jobs.add("shaky", world.job("shaky", fails=1, value=1), retries=1, delay=10)
        jobs.add("quick", world.job("quick"))
        jobs.add("slow", world.job("slow", lasts=20))
        jobs.add("last", world.job("last"))
        see.states = sorted(states(run(jobs)))
        see.started = world.starts()
        see.times = world.times
    see.most = world.most


@case
def no_waves(answer, see, rng):
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=3)
        jobs.add("slow", world.job("slow", lasts=50))
        jobs.add("a", world.job("a"))
        jobs.add("b", world.job("b"), after=["a"])
        jobs.add("c", world.job("c"), after=["b"])
        see.states = sorted(states(run(jobs)))
        see.events = world.events
        see.took = clock.now - world.start_at


@case
def cancel_while_waiting(answer, see, rng):
    said = []
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler()
        jobs.add("shaky", world.job("shaky", fails=-1), retries=5, delay=100, max_delay=1000)
        jobs.add("behind", world.job("behind"), after=["shaky"])
        jobs.add("cancels", canceller(jobs, "shaky", 30, said))
        results = run(jobs)
        see.states, see.attempts = sorted(states(results)), results["shaky"].attempts
        see.started, see.took = world.starts(), clock.now - world.start_at
    see.said = said


@case
def cancel_says(answer, see, rng):
    said = []
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=4)
        jobs.add("done", world.job("done"))
        jobs.add("failed", world.job("failed", fails=-1))
        jobs.add("skipped", world.job("skipped"), after=["failed"])
        jobs.add("flying", world.job("flying", lasts=50))
        jobs.add("waiting", world.job("waiting"), after=["flying"])
        jobs.add("twice", world.job("twice", lasts=50))

        async def asks():
            await asyncio.sleep(5)
            for name in ("done", "failed", "skipped", "flying", "flying", "waiting"):
                said.append(jobs.cancel(name))
                await asyncio.sleep(1)
            said.append(type(raised(jobs.cancel, "nobody")).__name__)
            see.at_once = [jobs.cancel("twice"), jobs.cancel("twice")]

        jobs.add("asks", asks)
        see.states = sorted(states(run(jobs)))
        see.after = [jobs.cancel("done"), jobs.cancel("flying")]
    see.said = said
    one = answer.scheduler.Scheduler()
    one.add("x", world.job("x"))
    see.before = [one.cancel("x"), one.cancel("x"), type(raised(one.cancel, "y")).__name__]


@case
def cancel_awaited(answer, see, rng):
    notes = []

    async def cleans():
        try:
            await asyncio.sleep(100)
        finally:
            await asyncio.sleep(10)
            notes.append("clean")

    async def main(jobs):
        results = await jobs.run()
        notes.append("over")
        return results

    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler()
        jobs.add("cleans", cleans)
        jobs.add("cancels", canceller(jobs, "cleans", 1, []))
        see.states = sorted(states(run_async(main(jobs))))
        see.notes = list(notes)
        see.took = clock.now - world.start_at


@case
def run_cancelled(answer, see, rng):
    notes = []

    async def cleans():
        try:
            await asyncio.sleep(100)
        finally:
            await asyncio.sleep(1)
            notes.append("clean")

    async def main(world, jobs):
        running = asyncio.ensure_future(jobs.run())
        await asyncio.sleep(5)
        running.cancel()
        try:
            await running
        except asyncio.CancelledError:
            notes.append("cancelled")
        see.took = world.clock.now - world.start_at
        await asyncio.sleep(500)

    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=3)
        jobs.add("one", cleans)
        jobs.add("two", cleans)
        jobs.add("shaky", world.job("shaky", fails=-1), retries=9, delay=50)
        jobs.add("next", world.job("next"), after=["one"])
        jobs.add("waits", world.job("waits", lasts=100))
        # There is no place for it before the others are cancelled.
        jobs.add("queued", world.job("queued"))
        run_async(main(world, jobs))
    see.notes, see.started = notes, sorted(world.starts())


@case
def long_chain(answer, see, rng):
    count = 3000
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler(limit=2)
        jobs.add("job0", world.job("job0", lasts=0, fails=rng.randrange(2)), retries=1)
        for number in range(1, count):
            jobs.add(f"job{number}", world.job(f"job{number}", lasts=0), after=[f"job{number - 1}"])
        see.done = [one.state for one in run(jobs).values()].count("done")

        jobs = answer.scheduler.Scheduler()
        jobs.add("job0", world.job("job0", lasts=0, fails=-1))
        for number in reversed(range(1, count)):
            jobs.add(f"job{number}", world.job(f"job{number}", lasts=0), after=[f"job{number - 1}"])
        see.skipped = [one.state for one in run(jobs).values()].count("skipped")


@case
def no_polling(answer, see, rng):
    count = 5000

    async def at_once():
        return 1

    with fake_clock() as clock:
        jobs = answer.scheduler.Scheduler(limit=10)
        for number in range(count):
            after = [f"job{number // 2 - 1}"] if number >= 2 else []
            jobs.add(f"job{number}", at_once, after=after)
        begun = clock.now
        see.done = [one.state for one in run(jobs).values()].count("done")
        see.sleeps, see.took = len(clock.sleeps), clock.now - begun


@case
def second_run(answer, see, rng):
    with fake_clock() as clock:
        world, jobs = World(clock), answer.scheduler.Scheduler()
        jobs.add("once", world.job("once", value=1))
        see.first = told(run(jobs))
        see.error = attempt(run, jobs).error
        see.started = world.starts()
