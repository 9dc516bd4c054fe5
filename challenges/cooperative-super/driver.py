"""Sets up the four classes, alone and with new mixins among them, and records names, runs and attributes."""

from __future__ import annotations

from inputs import mixin_names, values
from viva.driver import case, raised

NAMES = ("Base", "Logged", "Timed", "Service")


def mixin(answer, name):
    """A mixin that cooperates: it takes a keyword of its own and adds its name."""

    class Mixin(answer.Base):
        def __init__(self, *, extra=None, **kwargs):
            super().__init__(**kwargs)
            self.extra = extra

        def setup(self):
            return [name, *super().setup()]

    return Mixin


@case
def logged_alone(answer, see, rng):
    see.names = answer.Logged().setup()


@case
def timed_alone(answer, see, rng):
    see.names = answer.Timed().setup()


@case
def bases_as_given(answer, see, rng):
    base, logged, timed, service = (getattr(answer, name) for name in NAMES)
    see.bases = [
        issubclass(logged, base),
        issubclass(timed, base),
        issubclass(service, logged),
        issubclass(service, timed),
        issubclass(logged, timed),
        issubclass(timed, logged),
    ]


def count_runs(answer):
    """Puts a counter around the own setup of each of the four classes; one that has none never runs."""
    runs = dict.fromkeys(NAMES, 0)

    def counted(name, function):
        def setup(self, *args, **kwargs):
            runs[name] += 1
            return function(self, *args, **kwargs)

        return setup

    for name in NAMES:
        own = vars(getattr(answer, name)).get("setup")
        if callable(own):
            setattr(getattr(answer, name), "setup", counted(name, own))  # noqa: B010
    return runs


@case
def each_runs_once(answer, see, rng):
    runs = count_runs(answer)
    see.names = answer.Service().setup()
    see.runs = runs


@case
def mixin_between(answer, see, rng):
    name, outer = mixin_names(rng)
    added = mixin(answer, name)

    class Wide(answer.Logged, added, answer.Timed):
        pass

    class Named(answer.Timed, answer.Logged, added):
        def setup(self):
            return [outer, *super().setup()]

    see.between, see.last = Wide().setup(), Named().setup()


@case
def mixin_beside_service(answer, see, rng):
    first, second = mixin_names(rng)
    one, other = mixin(answer, first), mixin(answer, second)

    class Before(one, answer.Service):
        pass

    class After(answer.Service, one, other):
        pass

    see.before, see.after = Before().setup(), After().setup()


@case
def keeps_both(answer, see, rng):
    logger, clock, _ = values(rng)
    service = answer.Service(logger=logger, clock=clock)
    see.kept = [service.logger, service.clock]
    see.one_each = [answer.Service(logger=logger).logger, answer.Service(clock=clock).clock]
    see.names = service.setup()


@case
def keeps_its_own(answer, see, rng):
    logger, clock, _ = values(rng)
    see.kept = [answer.Logged(logger=logger).logger, answer.Timed(clock=clock).clock]


@case
def unknown_keyword(answer, see, rng):
    logger, clock, other = values(rng)
    see.errors = [
        raised(answer.Service, logger=logger, clock=clock, drawer=other),
        raised(answer.Service, drawer=other),
        raised(answer.Logged, drawer=other),
        raised(answer.Timed, drawer=other),
    ]
    service = answer.Service(logger=logger, clock=clock)
    see.kept = [service.logger, service.clock]


@case
def keywords_thread_through(answer, see, rng):
    logger, clock, extra = values(rng)
    added = mixin(answer, mixin_names(rng)[0])

    class Between(answer.Logged, added, answer.Timed):
        pass

    class Beside(answer.Service, added):
        pass

    made = [kind(logger=logger, clock=clock, extra=extra) for kind in (Between, Beside)]
    see.kept = [[each.logger, each.clock, each.extra] for each in made]
