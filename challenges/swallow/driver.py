"""Raises exceptions inside the answer's blocks and records which came out and which were kept."""

from __future__ import annotations

import inputs
from viva.driver import case, raised


def passed(guard, error):
    """What left a block in which this error was raised, or nothing; None when nothing came out."""

    def block():
        with guard:
            if error is not None:
                raise error

    return raised(block)


def swallowed(guard, error):
    """Whether nothing left the block."""
    return passed(guard, error) is None


@case
def swallows_each_named(answer, see, rng):
    kinds = inputs.kinds(rng, 3)
    see.swallowed = [swallowed(answer.swallow(*kinds), kind(inputs.word(rng))) for kind in kinds]


@case
def others_pass(answer, see, rng):
    named, *others = inputs.kinds(rng, 4)
    errors = [kind(inputs.word(rng)) for kind in others]
    see.swallowed = swallowed(answer.swallow(named), named(inputs.word(rng)))
    see.passed = [passed(answer.swallow(named), error) is error for error in errors]


@case
def caught(answer, see, rng):
    first, second, _ = inputs.kinds(rng, 3)
    kept = []
    for kind in (first, second):
        guard, error = answer.swallow(first, second), kind(inputs.word(rng))
        kept.append(swallowed(guard, error) and guard.caught is error)
    see.kept = kept


@case
def subclasses(answer, see, rng):
    base, errors = inputs.family(rng)
    kept = []
    for error in errors:
        guard = answer.swallow(base)
        kept.append(swallowed(guard, error) and guard.caught is error)
    see.kept = kept


@case
def nothing_raised(answer, see, rng):
    (kind,) = inputs.kinds(rng, 1)
    ran = []
    guard = answer.swallow(kind)
    see.caught_before = guard.caught
    with guard:
        ran.append(True)
    see.ran, see.caught = len(ran), guard.caught
    see.swallows = swallowed(answer.swallow(kind), kind(inputs.word(rng)))


@case
def no_kinds(answer, see, rng):
    first, second = inputs.kinds(rng, 2)
    errors = [first(inputs.word(rng)), second(inputs.word(rng))]
    see.passed = [passed(answer.swallow(), error) is error for error in errors]
    see.swallows = swallowed(answer.swallow(first), errors[0])


@case
def reusable(answer, see, rng):
    first, second, other = inputs.kinds(rng, 3)
    guard = answer.swallow(first, second)
    kept = []
    for kind in (first, second, first):
        error = kind(inputs.word(rng))
        kept.append(swallowed(guard, error) and guard.caught is error)
    see.kept = kept
    stranger = other(inputs.word(rng))
    see.passed = passed(guard, stranger) is stranger
    error = second(inputs.word(rng))
    see.swallows_again = swallowed(guard, error) and guard.caught is error
    see.clean = swallowed(guard, None)
    see.caught_when_clean = guard.caught


@case
def reentrant(answer, see, rng):
    kind, other = inputs.kinds(rng, 2)
    guard = answer.swallow(kind)
    inner, outer = kind(inputs.word(rng)), kind(inputs.word(rng))
    steps = []
    with guard:
        with guard:
            with guard:
                raise inner
            steps.append(guard.caught is inner)
        steps.append("went on")
        raise outer
    steps.append(guard.caught is outer)
    see.steps = steps
    stranger = other(inputs.word(rng))

    def nested():
        with guard, guard:
            raise stranger

    see.passed = raised(nested) is stranger


@case
def interrupt_passes(answer, see, rng):
    (kind,) = inputs.kinds(rng, 1)
    interrupt = KeyboardInterrupt()
    see.swallows = [swallowed(answer.swallow(each), each(inputs.word(rng))) for each in (Exception, kind)]
    see.passed = [passed(answer.swallow(*named), interrupt) is interrupt for named in [(Exception,), (kind,)]]


@case
def interrupt_when_named(answer, see, rng):
    (kind,) = inputs.kinds(rng, 1)
    kept = []
    for named in [(KeyboardInterrupt,), (BaseException,), (kind, KeyboardInterrupt)]:
        guard, interrupt = answer.swallow(*named), KeyboardInterrupt()
        kept.append(swallowed(guard, interrupt) and guard.caught is interrupt)
    see.kept = kept


@case
def decorates(answer, see, rng):
    first, second = inputs.numbers(rng)

    @answer.swallow(ZeroDivisionError)
    def divided(a, *, by):
        return divmod(a, by)

    see.results = [divided(first, by=second), divided(first, by=0), divided(second, by=first)]


@case
def decorator_lets_others_pass(answer, see, rng):
    named, other = inputs.kinds(rng, 2)
    error = other(inputs.word(rng))

    @answer.swallow(named)
    def fails(with_what):
        raise with_what

    see.result = fails(named(inputs.word(rng)))
    see.passed = raised(fails, error) is error
