"""What settle and first_set should have returned."""

from __future__ import annotations

import inputs
from viva.oracle import case

ODD_VALUES = 6


@case
def none_gives_default(seen, expect, rng):
    value, default = inputs.plain(rng, 2)
    expect(seen.for_none, "for None").equals(default)
    expect(seen.for_value, "for a value").equals(value)
    expect(seen.falsy_defaults, "for None, with falsy defaults").equals(inputs.falsy(rng))
    expect(seen.none_for_none, "for None, with None as default").is_none()


@case
def falsy_kept(seen, expect, rng):
    inputs.plain(rng, 1)
    expect(seen.kept, "for falsy values").equals(inputs.falsy(rng))
    expect(seen.same, "an empty list comes back as itself").is_true()


@case
def skips_none(seen, expect, rng):
    first, second, third = inputs.plain(rng, 3)
    expect(seen.at_once, "no None").equals(first)
    expect(seen.after_none, "None first").equals(second)
    expect(seen.at_last, "None but for the last").equals(third)


@case
def falsy_is_set(seen, expect, rng):
    inputs.plain(rng, 1)
    things = inputs.falsy(rng)
    expect(seen.at_once, "falsy values first").equals(things)
    expect(seen.after_none, "falsy values after None").equals(things)


@case
def only_none(seen, expect, rng):
    inputs.nones(rng)
    (value,) = inputs.plain(rng, 1)
    expect(seen.nothing, "nothing but None").is_none()
    expect(seen.something, "a value after that").equals(value)


@case
def settle_odd_values(seen, expect, rng):
    expect(seen.for_none, "for None").equals(*inputs.plain(rng, 1))
    expect(seen.values_kept, "odd values are kept").equals([True] * ODD_VALUES)
    expect(seen.defaults_given, "odd defaults are given for None").equals([True] * ODD_VALUES)


@case
def first_set_odd_values(seen, expect, rng):
    (plain,) = inputs.plain(rng, 1)
    expect(seen.plain, "a plain value after None").equals(plain)
    expect(seen.at_once, "odd values come first and are given").equals([True] * ODD_VALUES)
    expect(seen.after_none, "odd values come after None and are given").equals([True] * ODD_VALUES)
    expect(seen.before_odd, "a plain value before odd ones").equals([plain] * ODD_VALUES)


@case
def no_values(seen, expect, rng):
    expect(seen.nothing, "no values").is_none()
    expect(seen.something, "some values").equals(inputs.plain(rng, 2)[0])


@case
def later_untouched(seen, expect, rng):
    first, second = inputs.plain(rng, 2)
    expect(seen.found, "values found").equals([first, second, first])
    expect(seen.touches, "what later values were asked").equals([])
