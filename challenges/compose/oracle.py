"""What the composed functions give."""

from __future__ import annotations

import inputs
from viva.oracle import case


def applied(names, value) -> str:
    """The value with all names around it, the first one outermost."""
    for name in reversed(names):
        value = f"{name}({value})"
    return value


@case
def one_function(seen, expect, rng):
    expect(seen.result, "result").equals(applied(inputs.names(rng, 1), inputs.number(rng)))


@case
def two_equal(seen, expect, rng):
    expect(seen.result, "result").equals(applied(inputs.names(rng, 1) * 2, inputs.number(rng)))


@case
def two_different(seen, expect, rng):
    expect(seen.result, "result").equals(applied(inputs.names(rng, 2), inputs.number(rng)))


@case
def three_different(seen, expect, rng):
    expect(seen.result, "result").equals(applied(inputs.names(rng, 3), inputs.number(rng)))


@case
def called_again(seen, expect, rng):
    f, g = inputs.names(rng, 2)
    expect(seen.twice, "one function twice, three calls").equals(
        [applied([f, f], inputs.number(rng)) for _ in range(3)]
    )
    expect(seen.other, "another composition").equals(applied([g, g], inputs.number(rng)))


@case
def no_function(seen, expect, rng):
    _, number = inputs.number(rng), inputs.number(rng)
    expect(seen.number, "of a number").equals(number)
    expect(seen.is_the_same, "the very object given comes back").is_true()
    expect(seen.nothing, "of None").is_none()


@case
def innermost_positional(seen, expect, rng):
    given = [inputs.number(rng) for _ in range(4)]
    expect(seen.alone, "arguments of a single function").equals(given)
    expect(seen.wrapped, "how many arguments").equals(len(given))
    expect(seen.without, "how many arguments, none given").equals(0)


@case
def innermost_keywords(seen, expect, rng):
    first, scale, more = (inputs.number(rng) for _ in range(3))
    expect(seen.one, "one keyword").equals([0, scale, {}])
    expect(seen.wrapped, "arguments of the innermost").equals(
        [first, scale, {"func": more, "functions": first}]
    )


@case
def very_many(seen, expect, rng):
    factors = inputs.factors(rng)
    value = inputs.number(rng)
    for factor, summand in reversed(factors):
        value = (factor * value + summand) % inputs.MODULUS
    expect(seen.result, "result").equals(value)


@case
def refuses_uncallable(seen, expect, rng):
    summand, number = inputs.number(rng), inputs.number(rng)
    expect(seen.callables, "of a class, an object, a method and a built-in").equals(2 * summand + number)
    errors = seen.errors if isinstance(seen.errors, list) else [None] * 5
    for error, what in zip(
        errors, ("None", "a number", "a number in the middle", "a string", "a list of functions")
    ):
        expect(error, f"composing with {what}").raises("TypeError")


@case
def composing_calls_nothing(seen, expect, rng):
    f, g = inputs.names(rng, 2)
    expect(seen.calls_before, "calls before the result was called").equals(0)
    expect(seen.calls_after, "functions called, in any order").equals(sorted([f, g]))
