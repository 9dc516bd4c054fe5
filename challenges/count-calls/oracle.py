"""What is counted."""

from __future__ import annotations

import inputs
from viva.oracle import case


@case
def starts_at_zero(seen, expect, rng):
    expect(seen.before, "calls before the first one").equals(0)
    expect(seen.moves, "the count is higher after a call").is_true()


@case
def counts(seen, expect, rng):
    expect(seen.added, "calls counted since the first, after each").equals(list(range(inputs.number(rng))))


@case
def result_passes(seen, expect, rng):
    expect(seen.results, "results").equals([[value] for value in inputs.values(rng, 3)])
    expect(seen.is_counted, "calls is an int").is_true()


@case
def arguments_pass(seen, expect, rng):
    a, b, c = inputs.values(rng, 3)
    expected = [((), {}), ((a, b), {}), ((), {"scale": c}), ((a, b), {"func": c})]
    expect(seen.given, "arguments and keywords").equals(expected)
    expect(seen.is_counted, "calls is an int").is_true()


@case
def keeps_metadata(seen, expect, rng):
    expect(seen.is_counted, "calls is an int").is_true()
    expect(seen.name, "__name__").equals(inputs.word(rng))
    expect(seen.doc, "__doc__").equals(inputs.word(rng))


@case
def counts_raising(seen, expect, rng):
    expect(seen.passed, "each error passed as itself").equals([True, True, True])
    expect(seen.added, "calls counted, three that raised and one that did not").equals(4)


@case
def counted_apart(seen, expect, rng):
    first, second = inputs.number(rng), inputs.number(rng)
    expect(seen.calls, "calls of each function").equals([first + 1, second])


@case
def methods_work(seen, expect, rng):
    a, b, c, d = inputs.values(rng, 4)
    expect(seen.results, "results").equals([a + c, b + c - d, a + d, b + d])
    expect(seen.calls, "calls on all instances").equals(4)


@case
def thread_safe(seen, expect, rng):
    expect(seen.calls, "calls").equals(inputs.THREADS * inputs.CALLS_EACH)


@case
def recursion(seen, expect, rng):
    values = inputs.values(rng, inputs.number(rng))
    expect(seen.total, "result").equals(sum(values))
    expect(seen.calls, "calls").equals(len(values) + 1)
    expect(seen.of_two, "result of a second call").equals(sum(values[:2]))
    expect(seen.calls_then, "calls after it").equals(len(values) + 4)
