"""Calls settle and first_set on values that tell None, falsehood and equality apart."""

from __future__ import annotations

import inputs
from viva.driver import ArrayLike, EqualityRaises, EqualsEverything, TruthRaises, case


class Touchy:
    """Notes whatever is asked of it."""

    def __init__(self, touches: list):
        object.__setattr__(self, "_touches", touches)

    def __getattribute__(self, name):
        object.__getattribute__(self, "_touches").append(name)
        return object.__getattribute__(self, name)

    def __bool__(self):
        object.__getattribute__(self, "_touches").append("__bool__")
        return True

    def __eq__(self, other):
        object.__getattribute__(self, "_touches").append("__eq__")
        return self is other

    def __ne__(self, other):
        object.__getattribute__(self, "_touches").append("__ne__")
        return self is not other

    def __hash__(self):
        object.__getattribute__(self, "_touches").append("__hash__")
        return 1

    def __repr__(self):
        object.__getattribute__(self, "_touches").append("__repr__")
        return "Touchy()"


class NoLength:
    """Has a length that raises, and so no truth."""

    def __len__(self):
        raise TypeError("this value has no length")


def odd_values() -> list:
    """One of every kind that behaves badly."""
    return [TruthRaises(), ArrayLike(), ArrayLike([]), EqualsEverything(), EqualityRaises(), NoLength()]


@case
def none_gives_default(answer, see, rng):
    value, default = inputs.plain(rng, 2)
    see.for_none = answer.settle(None, default)
    see.for_value = answer.settle(value, default)
    see.falsy_defaults = [answer.settle(None, thing) for thing in inputs.falsy(rng)]
    see.none_for_none = answer.settle(None, None)


@case
def falsy_kept(answer, see, rng):
    (default,) = inputs.plain(rng, 1)
    see.kept = [answer.settle(thing, default) for thing in inputs.falsy(rng)]
    mine = []
    see.same = answer.settle(mine, default) is mine


@case
def skips_none(answer, see, rng):
    first, second, third = inputs.plain(rng, 3)
    see.at_once = answer.first_set(first, second)
    see.after_none = answer.first_set(*inputs.nones(rng), second, third)
    see.at_last = answer.first_set(*inputs.nones(rng), third)


@case
def falsy_is_set(answer, see, rng):
    (later,) = inputs.plain(rng, 1)
    things = inputs.falsy(rng)
    see.at_once = [answer.first_set(thing, later) for thing in things]
    see.after_none = [answer.first_set(None, thing, later) for thing in things]


@case
def only_none(answer, see, rng):
    none = inputs.nones(rng)
    (value,) = inputs.plain(rng, 1)
    see.nothing = answer.first_set(*none)
    see.something = answer.first_set(*none, value)


@case
def settle_odd_values(answer, see, rng):
    (plain,) = inputs.plain(rng, 1)
    see.for_none = answer.settle(None, plain)
    odd = odd_values()
    see.values_kept = [answer.settle(value, plain) is value for value in odd]
    see.defaults_given = [answer.settle(None, value) is value for value in odd]


@case
def first_set_odd_values(answer, see, rng):
    (plain,) = inputs.plain(rng, 1)
    see.plain = answer.first_set(None, plain)
    odd = odd_values()
    see.at_once = [answer.first_set(value, plain) is value for value in odd]
    see.after_none = [answer.first_set(None, value, plain) is value for value in odd]
    see.before_odd = [answer.first_set(None, plain, value) for value in odd]


@case
def no_values(answer, see, rng):
    see.nothing = answer.first_set()
    see.something = answer.first_set(*inputs.plain(rng, 2))


@case
def later_untouched(answer, see, rng):
    first, second = inputs.plain(rng, 2)
    touches = []
    later = [Touchy(touches) for _ in range(3)]
    see.found = [
        answer.first_set(first, *later),
        answer.first_set(None, second, None, *later),
        answer.first_set(*inputs.nones(rng), first, second, *later),
    ]
    see.touches = list(touches)
