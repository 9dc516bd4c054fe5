"""Records everything that conformance.rs compares between the runtimes."""

from inputs import draw
from viva.driver import attempt, case, fake_clock, in_threads, printed, raised, steps, watched

VALUES = (
    "plain",
    "floats",
    "texts",
    "containers",
    "standard",
    "numbers",
    "times",
    "strangers",
    "cycle",
    "deep",
    "huge",
)


@case
def values(answer, see, rng):
    for name in VALUES:
        setattr(see, name, getattr(answer, name)())


@case
def errors(answer, see, rng):
    for kind in (ValueError, KeyError, KeyboardInterrupt, SystemExit, StopIteration, ExceptionWithLongName):
        setattr(see, kind.__name__, raised(answer.fails, kind, "why"))
    see.none = raised(answer.plain)
    see.recursion = type(raised(answer.recurses)).__name__


class ExceptionWithLongName(ConnectionError):
    """An exception of the driver's own."""


@case
def output(answer, see, rng):
    see.printed = printed(answer.prints, "hello")
    see.attempt = attempt(answer.prints, "again").value


@case
def clock(answer, see, rng):
    with fake_clock() as now:
        before = now.now
        see.after = answer.sleeps(3600) - before
        see.sleeps = now.sleeps


@case
def drawn(answer, see, rng):
    see.drawn = draw(rng)
    see.more = [rng.random(), rng.randrange(10**30)]


@case
def concurrent(answer, see, rng):
    see.threads = answer.threads(5)
    see.in_threads = in_threads(4, lambda index: index * 2)


@case
def tools(answer, see, rng):
    source = watched([1, 2, 3])
    see.first = next(iter(source))
    see.taken = source.taken
    see.steps = steps(answer.threads, 2).count > 0


@case
def missing_name(answer, see, rng):
    see.never = answer.no_such_name


@case
def raises_itself(answer, see, rng):
    see.before = 1
    answer.fails(ValueError, "out of the answer")


@case
def leaves_at_once(answer, see, rng):
    see.before = 1
    answer.leaves(0)


@case
def exits_politely(answer, see, rng):
    see.before = 1
    answer.exits(0)
