"""Decorates functions, calls them, and records the count and what came back."""

from __future__ import annotations

import inputs
from viva.driver import case, forced_switches, in_threads, raised


@case
def starts_at_zero(answer, see, rng):
    @answer.count_calls
    def function():
        pass

    before = see.before = function.calls
    function()
    see.moves = function.calls > before


@case
def counts(answer, see, rng):
    @answer.count_calls
    def function():
        pass

    seen = []
    for _ in range(inputs.number(rng)):
        function()
        seen.append(function.calls)
    see.added = [count - seen[0] for count in seen]


@case
def result_passes(answer, see, rng):
    values = iter(inputs.values(rng, 3))
    function = answer.count_calls(lambda: [next(values)])
    see.results = [function() for _ in range(3)]
    see.is_counted = type(function.calls) is int


@case
def arguments_pass(answer, see, rng):
    given = []

    @answer.count_calls
    def function(*args, **kwargs):
        given.append((args, kwargs))

    a, b, c = inputs.values(rng, 3)
    function()
    function(a, b)
    function(scale=c)
    function(a, b, func=c)
    see.given = given
    see.is_counted = type(function.calls) is int


@case
def keeps_metadata(answer, see, rng):
    def function():
        pass

    function.__name__, function.__doc__ = inputs.word(rng), inputs.word(rng)
    decorated = answer.count_calls(function)
    decorated()
    see.is_counted = type(decorated.calls) is int
    see.name, see.doc = decorated.__name__, decorated.__doc__


@case
def counts_raising(answer, see, rng):
    errors = [KeyError("key"), ValueError("value"), KeyboardInterrupt()]
    outcomes = [None, *errors]

    @answer.count_calls
    def function():
        outcome = outcomes.pop(0) if outcomes else None
        if outcome is not None:
            raise outcome

    function()
    before = function.calls
    see.passed = [raised(function) is error for error in errors]
    function()
    see.added = function.calls - before


@case
def counted_apart(answer, see, rng):
    @answer.count_calls
    def first():
        pass

    for _ in range(inputs.number(rng)):
        first()

    @answer.count_calls
    def second():
        pass

    for _ in range(inputs.number(rng)):
        second()
    first()
    see.calls = [first.calls, second.calls]


@case
def methods_work(answer, see, rng):
    class Account:
        def __init__(self, balance):
            self.balance = balance

        @answer.count_calls
        def plus(self, amount, *, fee=0):
            return self.balance + amount - fee

    a, b, c, d = inputs.values(rng, 4)
    accounts = [Account(a), Account(b)]
    see.results = [
        accounts[0].plus(c),
        accounts[1].plus(c, fee=d),
        accounts[0].plus(amount=d),
        Account.plus(accounts[1], d),
    ]
    see.calls = Account.plus.calls


@case
def thread_safe(answer, see, rng):
    @answer.count_calls
    def function(value):
        return value

    with forced_switches():
        results = in_threads(
            inputs.THREADS, lambda index: [function(index) for _ in range(inputs.CALLS_EACH)]
        )
    see.results = results
    see.calls = function.calls


@case
def recursion(answer, see, rng):
    @answer.count_calls
    def total(values):
        return values[0] + total(values[1:]) if values else 0

    values = inputs.values(rng, inputs.number(rng))
    see.total = total(values)
    see.calls = total.calls
    see.of_two = total(values[:2])
    see.calls_then = total.calls
