"""Which names should have come in which order, and what should have been kept."""

from __future__ import annotations

from inputs import mixin_names, values
from viva.oracle import case

SERVICE = ["Service", "Logged", "Timed", "Base"]


@case
def logged_alone(seen, expect, rng):
    expect(seen.names, "Logged().setup()").equals(["Logged", "Base"])


@case
def timed_alone(seen, expect, rng):
    expect(seen.names, "Timed().setup()").equals(["Timed", "Base"])


@case
def bases_as_given(seen, expect, rng):
    expect(seen.bases, "who derives from whom").equals([True, True, True, True, False, False])


@case
def each_runs_once(seen, expect, rng):
    expect(seen.names, "Service().setup()").equals(SERVICE)
    expect(seen.runs, "runs of each class's own setup").equals(dict.fromkeys(SERVICE, 1))


@case
def mixin_between(seen, expect, rng):
    name, outer = mixin_names(rng)
    expect(seen.between, "setup with (Logged, mixin, Timed)").equals(["Logged", name, "Timed", "Base"])
    expect(seen.last, "setup with (Timed, Logged, mixin)").equals([outer, "Timed", "Logged", name, "Base"])


@case
def mixin_beside_service(seen, expect, rng):
    first, second = mixin_names(rng)
    expect(seen.before, "setup with (mixin, Service)").equals([first, *SERVICE])
    expect(seen.after, "setup with (Service, two mixins)").equals([*SERVICE[:-1], first, second, "Base"])


@case
def keeps_both(seen, expect, rng):
    logger, clock, _ = values(rng)
    expect(seen.kept, "logger and clock").equals([logger, clock])
    expect(seen.one_each, "each given alone").equals([logger, clock])
    expect(seen.names, "setup").equals(SERVICE)


@case
def keeps_its_own(seen, expect, rng):
    logger, clock, _ = values(rng)
    expect(seen.kept, "logger and clock").equals([logger, clock])


@case
def unknown_keyword(seen, expect, rng):
    logger, clock, _ = values(rng)
    for error in seen.errors or [None]:
        expect(error, "error for an unknown keyword").raises("TypeError")
    expect(seen.kept, "logger and clock").equals([logger, clock])


@case
def keywords_thread_through(seen, expect, rng):
    expect(seen.kept, "logger, clock and the mixin's own").equals([values(rng)] * 2)
