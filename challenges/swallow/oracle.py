"""What would be right."""

from __future__ import annotations

import inputs
from viva.oracle import case


@case
def swallows_each_named(seen, expect, rng):
    expect(seen.swallowed, "swallowed, kind by kind").equals([True] * 3)


@case
def others_pass(seen, expect, rng):
    expect(seen.swallowed, "the named kind is swallowed").is_true()
    expect(seen.passed, "the others came out themselves").equals([True] * 3)


@case
def caught(seen, expect, rng):
    expect(seen.kept, "caught is the exception").equals([True] * 2)


@case
def subclasses(seen, expect, rng):
    expect(seen.kept, "swallowed and kept").equals([True] * 2)


@case
def nothing_raised(seen, expect, rng):
    expect(seen.caught_before, "caught before any block").is_none()
    expect(seen.ran, "runs of the block").equals(1)
    expect(seen.caught, "caught").is_none()
    expect(seen.swallows, "the named kind is swallowed").is_true()


@case
def no_kinds(seen, expect, rng):
    expect(seen.passed, "came out themselves").equals([True] * 2)
    expect(seen.swallows, "a named kind is swallowed").is_true()


@case
def reusable(seen, expect, rng):
    expect(seen.kept, "swallowed and kept, time after time").equals([True] * 3)
    expect(seen.passed, "another kind came out").is_true()
    expect(seen.swallows_again, "swallowed and kept after that").is_true()
    expect(seen.clean, "a clean block").is_true()
    expect(seen.caught_when_clean, "caught after a clean block").is_none()


@case
def reentrant(seen, expect, rng):
    expect(seen.steps, "steps").equals([True, "went on", True])
    expect(seen.passed, "another kind came out of both").is_true()


@case
def interrupt_passes(seen, expect, rng):
    expect(seen.swallows, "what was named is swallowed").equals([True] * 2)
    expect(seen.passed, "the interrupt came out").equals([True] * 2)


@case
def interrupt_when_named(seen, expect, rng):
    expect(seen.kept, "swallowed and kept").equals([True] * 3)


@case
def decorates(seen, expect, rng):
    first, second = inputs.numbers(rng)
    expect(seen.results, "results").equals([divmod(first, second), None, divmod(second, first)])


@case
def decorator_lets_others_pass(seen, expect, rng):
    expect(seen.result, "result after a swallowed error").is_none()
    expect(seen.passed, "another kind came out").is_true()
