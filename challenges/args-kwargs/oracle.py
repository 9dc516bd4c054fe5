"""How calls read, and what should have arrived."""

from __future__ import annotations

import inputs
from viva.oracle import case


def described(args=(), kwargs=None) -> str:
    """The arguments as they would be written."""
    return ", ".join(
        [repr(value) for value in args] + [f"{name}={value!r}" for name, value in (kwargs or {}).items()]
    )


@case
def describes_positional(seen, expect, rng):
    expect(seen.text, "three numbers").equals(described(inputs.numbers(rng)))
    expect(seen.one, "one number").equals(described(inputs.numbers(rng, 1)))


@case
def describes_texts(seen, expect, rng):
    expect(seen.texts, "texts").equals(described(inputs.texts(rng)))
    expect(seen.values, "values of many kinds").equals(described(inputs.values(rng)))


@case
def describes_keywords(seen, expect, rng):
    expect(seen.mixed, "two numbers and a keyword").equals(
        described(inputs.numbers(rng, 2), inputs.one_keyword(rng))
    )
    expect(seen.alone, "a keyword alone").equals(described((), inputs.one_keyword(rng)))


@case
def keyword_order(seen, expect, rng):
    expect(seen.text, "described").equals(described((), inputs.keywords(rng)))


@case
def forwards_order(seen, expect, rng):
    expect(seen.calls, "calls of the function").equals([[[], [*inputs.keywords(rng).items()]]])


@case
def returns_the_result(seen, expect, rng):
    expect(seen.calls, "calls of the function").equals(1)
    expect(seen.result, "result").equals(inputs.numbers(rng))
    expect(seen.same, "it is the object that the function returned").is_true()


@case
def forwards_positional(seen, expect, rng):
    expect(seen.calls, "calls of the function").equals([[inputs.values(rng), []]])


@case
def forwards_keywords(seen, expect, rng):
    both = [inputs.numbers(rng), [*inputs.one_keyword(rng).items()]]
    alone = [[], [*inputs.one_keyword(rng).items()]]
    expect(seen.calls, "calls of the function").equals([both, alone])


@case
def keyword_named_func(seen, expect, rng):
    value, positional = inputs.numbers(rng, 2)
    expect(seen.results, "results").equals([value, value])
    expect(seen.others, "results with keywords of other names").equals(
        [value] * len(inputs.NAMES_OF_FUNCTIONS)
    )
    calls = [[[], [("func", value)]], [[positional], [("func", value)]]]
    calls += [[[], [(name, value)]] for name in inputs.NAMES_OF_FUNCTIONS]
    expect(seen.calls, "calls of the function").equals(calls)


@case
def exceptions_pass(seen, expect, rng):
    expect(seen.calls, "calls of four functions that raise").equals(4)
    expect(seen.same, "the very exceptions came out").equals([True] * 4)
    expect(seen.chained, "they were given a cause or context").equals([False] * 4)


@case
def no_arguments(seen, expect, rng):
    expect(seen.nothing, "no arguments").equals("")
    expect(seen.something, "three numbers").equals(described(inputs.numbers(rng)))


@case
def describes_odd_names(seen, expect, rng):
    texts = [described((), {name: value}) for name, value in inputs.odd_keywords(rng).items()]
    expect(seen.texts, "each keyword described alone").equals(texts)


@case
def forwards_odd_names(seen, expect, rng):
    expect(seen.calls, "calls of the function").equals([[[], inputs.odd_keywords(rng)]])
