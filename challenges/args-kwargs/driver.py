"""Describes calls and makes them, and records what arrived."""

from __future__ import annotations

import inputs
from viva.driver import attempt, case


class Recorder:
    """A function that notes how it was called, and returns or raises what it was told."""

    def __init__(self, outcome=None):
        self.calls = []
        self._outcome = outcome

    def __call__(self, *args, **kwargs):
        self.calls.append([list(args), list(kwargs.items())])
        if isinstance(self._outcome, BaseException):
            raise self._outcome
        return self._outcome


@case
def describes_positional(answer, see, rng):
    see.text = answer.describe_call(*inputs.numbers(rng))
    see.one = answer.describe_call(*inputs.numbers(rng, 1))


@case
def describes_texts(answer, see, rng):
    see.texts = answer.describe_call(*inputs.texts(rng))
    see.values = answer.describe_call(*inputs.values(rng))


@case
def describes_keywords(answer, see, rng):
    see.mixed = answer.describe_call(*inputs.numbers(rng, 2), **inputs.one_keyword(rng))
    see.alone = answer.describe_call(**inputs.one_keyword(rng))


@case
def keyword_order(answer, see, rng):
    see.text = answer.describe_call(**inputs.keywords(rng))


@case
def forwards_order(answer, see, rng):
    recorder = Recorder()
    answer.call_with(recorder, **inputs.keywords(rng))
    see.calls = recorder.calls


@case
def returns_the_result(answer, see, rng):
    result = inputs.numbers(rng)
    recorder = Recorder(result)
    returned = answer.call_with(recorder)
    see.result, see.same, see.calls = returned, returned is result, len(recorder.calls)


@case
def forwards_positional(answer, see, rng):
    recorder = Recorder()
    answer.call_with(recorder, *inputs.values(rng))
    see.calls = recorder.calls


@case
def forwards_keywords(answer, see, rng):
    recorder = Recorder()
    answer.call_with(recorder, *inputs.numbers(rng), **inputs.one_keyword(rng))
    answer.call_with(recorder, **inputs.one_keyword(rng))
    see.calls = recorder.calls


@case
def keyword_named_func(answer, see, rng):
    value, positional = inputs.numbers(rng, 2)
    recorder = Recorder(value)
    see.results = [answer.call_with(recorder, func=value), answer.call_with(recorder, positional, func=value)]
    # Whatever the answer calls its own parameter.
    see.others = [answer.call_with(recorder, **{name: value}) for name in inputs.NAMES_OF_FUNCTIONS]
    see.calls = recorder.calls


@case
def exceptions_pass(answer, see, rng):
    (number,) = inputs.numbers(rng, 1)
    calls, same, chained = 0, [], []
    for error in (ValueError(number), TypeError(number), KeyError(number), KeyboardInterrupt(number)):
        recorder = Recorder(error)
        came = attempt(answer.call_with, recorder, number).error
        calls += len(recorder.calls)
        same.append(came is error and error.args == (number,))
        chained.append(error.__cause__ is not None or error.__context__ is not None)
    see.calls, see.same, see.chained = calls, same, chained


@case
def no_arguments(answer, see, rng):
    see.nothing = answer.describe_call()
    see.something = answer.describe_call(*inputs.numbers(rng))


@case
def describes_odd_names(answer, see, rng):
    see.texts = [answer.describe_call(**{name: value}) for name, value in inputs.odd_keywords(rng).items()]


@case
def forwards_odd_names(answer, see, rng):
    recorder = Recorder()
    answer.call_with(recorder, **inputs.odd_keywords(rng))
    see.calls = [[args, dict(kwargs)] for args, kwargs in recorder.calls]
