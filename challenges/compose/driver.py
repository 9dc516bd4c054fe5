"""Composes functions that write down their own names, and records what comes out."""

from __future__ import annotations

import inputs
from viva.driver import case, raised


def named(name):
    """A function that puts its name around its argument."""
    return lambda value: f"{name}({value})"


def linear(factor, summand):
    """A function that multiplies and adds."""
    return lambda value: (factor * value + summand) % inputs.MODULUS


@case
def one_function(answer, see, rng):
    see.result = answer.compose(named(*inputs.names(rng, 1)))(inputs.number(rng))


@case
def two_equal(answer, see, rng):
    function = named(*inputs.names(rng, 1))
    see.result = answer.compose(function, function)(inputs.number(rng))


@case
def two_different(answer, see, rng):
    see.result = answer.compose(*map(named, inputs.names(rng, 2)))(inputs.number(rng))


@case
def three_different(answer, see, rng):
    see.result = answer.compose(*map(named, inputs.names(rng, 3)))(inputs.number(rng))


@case
def called_again(answer, see, rng):
    f, g = map(named, inputs.names(rng, 2))
    twice = answer.compose(f, f)
    see.twice = [twice(inputs.number(rng)) for _ in range(3)]
    see.other = answer.compose(g, g)(inputs.number(rng))


@case
def no_function(answer, see, rng):
    thing, number = [inputs.number(rng)], inputs.number(rng)
    identity = answer.compose()
    see.number = identity(number)
    see.is_the_same = identity(thing) is thing
    see.nothing = identity(None)


@case
def innermost_positional(answer, see, rng):
    def innermost(*args):
        return list(args)

    given = [inputs.number(rng) for _ in range(4)]
    see.alone = answer.compose(innermost)(*given)
    see.wrapped = answer.compose(len, innermost)(*given)
    see.without = answer.compose(len, innermost)()


@case
def innermost_keywords(answer, see, rng):
    def innermost(first=0, *, scale, **others):
        return [first, scale, others]

    first, scale, more = (inputs.number(rng) for _ in range(3))
    see.one = answer.compose(list, innermost)(scale=scale)
    see.wrapped = answer.compose(list, innermost)(first, scale=scale, func=more, functions=first)


@case
def very_many(answer, see, rng):
    functions = [linear(*pair) for pair in inputs.factors(rng)]
    see.result = answer.compose(*functions)(inputs.number(rng))


class Adder:
    """An object that can be called."""

    def __init__(self, summand):
        self.summand = summand

    def __call__(self, value):
        return value + self.summand

    def add(self, value):
        """The same as a method."""
        return value + self.summand


@case
def refuses_uncallable(answer, see, rng):
    add, number = Adder(inputs.number(rng)), inputs.number(rng)
    f, g = map(named, inputs.names(rng, 2))
    see.callables = answer.compose(abs, add, add.add, int)(number)
    wrong = ([None], [number, f], [f, number, g], [f, g, "strip"], [[f, g]])
    see.errors = [raised(answer.compose, *functions) for functions in wrong]


@case
def composing_calls_nothing(answer, see, rng):
    calls = []

    def noted(name):
        return lambda *args: calls.append(name) or named(name)(*args)

    f, g = inputs.names(rng, 2)
    composed = answer.compose(noted(f), noted(g))
    see.calls_before = len(calls)
    composed(inputs.number(rng))
    see.calls_after = sorted(calls)
