"""What a right `memoize` returns, and how often it may compute."""

from __future__ import annotations

from inputs import depth, numbers, secret, words
from viva.oracle import case


@case
def one_argument(seen, expect, rng):
    term, arguments = secret(rng), numbers(rng, 4)
    expect(seen.results, "results").equals([n * term for n in arguments + arguments[::-1]])


@case
def two_arguments(seen, expect, rng):
    term, (a, b, c) = secret(rng), numbers(rng, 3)
    pairs = [(a, b), (b, a), (a, c), (c, b)]
    expect(seen.results, "results").equals([x * term + y for x, y in pairs + pairs])


@case
def computes_once(seen, expect, rng):
    term, arguments = secret(rng), numbers(rng, 5)
    expect(seen.results, "results").equals([n + term for n in arguments] * 3)
    expect(seen.computed, "arguments computed").equals(arguments)


@case
def computes_once_per_pair(seen, expect, rng):
    term, number, texts = secret(rng), secret(rng), words(rng, 3)
    expect(seen.results, "results").equals([f"{text}/{number + term}" for text in texts] * 3)
    expect(seen.computed, "pairs computed").equals([[text, number] for text in texts])


@case
def functions_do_not_share(seen, expect, rng):
    term, arguments = secret(rng), numbers(rng, 3)
    expect(seen.results, "results").equals([[n * 2 + term, n * -3 + term] * 2 for n in arguments])
    expect(seen.computed, "arguments computed").equals({"first": arguments, "second": arguments})


@case
def keywords_apart(seen, expect, rng):
    term, (a, b) = secret(rng), numbers(rng, 2)
    triples = [
        [a, 1, 2],
        [b, 1, 2],
        [0, a, 2],
        [0, 1, a],
        [a, b, 2],
        [b, a, 2],
        [a, 1, 2],
        [a, 1, a],
        [a, 1, b],
    ]
    results = [[*triple, term] for triple in triples]
    expect(seen.results, "results").equals(results)
    expect(seen.again, "results of the same calls again").equals(results)
    expect(seen.computed_again, "computations of the same calls again").equals(0)


def remembered(seen, expect, results):
    expect(seen.results, "results").equals([[result] * 3 for result in results])
    expect(seen.computed, "computations").equals(list(range(len(results))))


@case
def falsy_results(seen, expect, rng):
    remembered(seen, expect, [0, "", [], False, 0.0, secret(rng)])


@case
def none_result(seen, expect, rng):
    remembered(seen, expect, [None, secret(rng)])


@case
def keeps_metadata(seen, expect, rng):
    term, number = secret(rng), secret(rng)
    expect(seen.results, "results").equals([number + term] * 2)
    expect(seen.computed, "computations").equals(1)
    expect(seen.name, "__name__").equals(f"function_{term}")
    expect(seen.doc, "__doc__").equals(f"Adds {term}.")


@case
def unhashable_arguments(seen, expect, rng):
    term = secret(rng)
    shapes = [(1, []), (1, []), (2, []), (2, []), (0, ["option"]), (4, [])]
    expect(seen.results, "results").equals([[[term, count, names]] * 2 for count, names in shapes])
    expect(seen.hashable, "results for an argument with a hash").equals([[term, 1, []]] * 2)
    expect(seen.computed_for_hashable, "computations for an argument with a hash").equals(1)


@case
def fresh_after_mutation(seen, expect, rng):
    term, (a, b, c) = secret(rng), numbers(rng, 3)
    sums = [a + b, a + b + c, a + b + c + a + a, a, a + b]
    expect(seen.results, "results").equals([total + term for total in sums])
    expect(seen.hashable, "results for an argument with a hash").equals([term, term])
    expect(seen.computed_for_hashable, "computations for an argument with a hash").equals(1)


@case
def errors_not_cached(seen, expect, rng):
    term, number = secret(rng), secret(rng)
    expect(seen.first, "first error").raises("LookupError", containing=f"{term} 1")
    expect(seen.second, "second error").raises("LookupError", containing=f"{term} 2")
    expect(seen.results, "results").equals([number + term] * 2)
    expect(seen.computed, "computations").equals(3)


def told_apart(seen, expect, results):
    for label, order in (("forwards", 1), ("backwards", -1)):
        expect(getattr(seen, f"results_{label}"), f"results {label}").equals(results[::order] * 2)
        expect(getattr(seen, f"computed_{label}"), f"computations {label}").equals(len(results))


@case
def tuple_or_arguments(seen, expect, rng):
    a, b = numbers(rng, 2)
    told_apart(seen, expect, [[2, [a, b], []], [1, [(a, b)], []], [2, [(a,), b], []], [1, [((a, b),)], []]])


@case
def pair_or_keyword(seen, expect, rng):
    a, b = numbers(rng, 2)
    told_apart(
        seen,
        expect,
        [
            [1, [("a", a)], []],
            [0, [], [("a", a)]],
            [2, ["a", a], []],
            [2, [b, ("a", a)], []],
            [1, [b], [("a", a)]],
            [1, [(("a", a),)], []],
        ],
    )


@case
def equal_repr_apart(seen, expect, rng):
    values = numbers(rng, 4)
    told_apart(seen, expect, [[1, [value], []] for value in values])
    expect(seen.none_mixed_up, "objects without a hash are told apart too").is_true()


@case
def recursion(seen, expect, rng):
    n = depth(rng)
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    expect(seen.result, "result").equals(a)
    expect(seen.computed, "computations").equals(n + 1)
