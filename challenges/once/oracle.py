"""What a right `once` returns, and how often it lets the function run."""

from __future__ import annotations

from inputs import secret, words
from viva.oracle import case

CALLS = 5
THREADS = 6


@case
def runs_once(seen, expect, rng):
    expect(seen.results, "results").equals([[secret(rng), 1, [], {}]] * CALLS)
    expect(seen.runs, "runs").equals(1)


@case
def same_arguments(seen, expect, rng):
    expect(seen.results, "results").equals([[secret(rng), 1, words(rng, 2), {}]] * CALLS)
    expect(seen.runs, "runs").equals(1)


@case
def keywords_reach(seen, expect, rng):
    number, (one, two) = secret(rng), words(rng, 2)
    expect(seen.results, "results").equals([[number, 1, [one], {"option": two}]] * CALLS)
    expect(seen.runs, "runs").equals(1)


@case
def waits_for_first_call(seen, expect, rng):
    expect(seen.before, "runs before the first call").equals(0)
    expect(seen.result, "result").equals([secret(rng), 1, [], {}])


@case
def other_arguments(seen, expect, rng):
    number, (one, _, _) = secret(rng), words(rng, 3)
    expect(seen.results, "results").equals([[number, 1, [one], {}]] * 6)
    expect(seen.runs, "runs").equals(1)


def remembered(seen, expect, results):
    expect(seen.results, "results").equals([[result] * CALLS for result in results])
    expect(seen.runs, "runs").equals([1] * len(results))


@case
def falsy_results(seen, expect, rng):
    remembered(seen, expect, [0, "", [], False, 0.0, secret(rng)])


@case
def none_result(seen, expect, rng):
    remembered(seen, expect, [None, secret(rng)])


@case
def keeps_metadata(seen, expect, rng):
    number = secret(rng)
    expect(seen.results, "results").equals([number, number])
    expect(seen.name, "__name__").equals(f"function_{number}")
    expect(seen.doc, "__doc__").equals(f"Gives {number}.")


@case
def independent(seen, expect, rng):
    first, second = [secret(rng), 1, [], {}], [secret(rng), 1, [], {}]
    expect(seen.results, "results").equals([first, second, first, second])
    expect(seen.runs, "runs of each").equals([1, 1])


@case
def threads_one_call(seen, expect, rng):
    expect(seen.runs, "runs").equals(1)
    expect(seen.results, "results of the threads").contains([secret(rng), 1])


@case
def threads_all_see(seen, expect, rng):
    result = [secret(rng), 1]
    expect(seen.runs, "runs").equals(1)
    expect(seen.results, "results of the threads").equals([result] * THREADS)
    expect(seen.afterwards, "result afterwards").equals(result)


@case
def error_is_raised(seen, expect, rng):
    number = secret(rng)
    expect(seen.error, "error").raises("LookupError", containing=f"{number} run 1")
    expect(seen.result, "result of another function").equals([number, 1, [], {}])


@case
def error_not_remembered(seen, expect, rng):
    number = secret(rng)
    expect(seen.first, "first error").raises("LookupError", containing=f"{number} run 1")
    expect(seen.second, "second error").raises("LookupError", containing=f"{number} run 2")
    expect(seen.results, "results").equals([[number, 3]] * CALLS)
    expect(seen.runs, "runs").equals(3)
