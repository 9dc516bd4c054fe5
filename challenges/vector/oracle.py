"""What the operators should have given."""

from __future__ import annotations

from inputs import arrow, numbers, pairs, strangers
from viva.oracle import case

LARGE = 1e200


def vector(parts):
    """How the driver describes a vector with these components."""
    return [True, [float(part) for part in parts]]


@case
def shows_itself(seen, expect, rng):
    a, b, c = numbers(rng, 3)
    (d,) = numbers(rng, 1)
    expect(seen.three, "repr of three components").equals(f"Vector({a}, {b}, {c})")
    expect(seen.with_float, "repr of a float and an int").equals(f"Vector(1.5, {d})")


@case
def iterates(seen, expect, rng):
    parts = numbers(rng, 3)
    expect(seen.once, "components").equals(parts)
    expect(seen.again, "components, the second time").equals(parts)
    expect(seen.nested, "components, iterated within itself").equals([[a, b] for a in parts for b in parts])


@case
def has_a_length(seen, expect, rng):
    expect(seen.lengths, "lengths").equals([2, 1, 5, 3])


def combined(seen, expect, rng, sign):
    drawn = pairs(rng)
    results = [vector(map(lambda a, b: a + sign * b, left, right)) for left, right in drawn]
    expect(seen.results, "results").equals(results)
    unchanged = [[list(map(float, left)), list(map(float, right))] for left, right in drawn]
    expect(seen.afterwards, "both vectors afterwards").equals(unchanged)


@case
def adds(seen, expect, rng):
    combined(seen, expect, rng, 1)


@case
def subtracts(seen, expect, rng):
    combined(seen, expect, rng, -1)


@case
def scales(seen, expect, rng):
    parts, (factor,) = numbers(rng, 3), numbers(rng, 1)
    expect(seen.by_int, "vector * int").equals(vector(part * factor for part in parts))
    expect(seen.by_float, "vector * float").equals(vector(part * factor / 4 for part in parts))
    expect(seen.by_zero, "vector * 0").equals(vector([0, 0, 0]))
    expect(seen.afterwards, "the vector afterwards").equals([float(part) for part in parts])


@case
def scales_from_the_left(seen, expect, rng):
    parts, (factor,) = numbers(rng, 3), numbers(rng, 1)
    expect(seen.by_int, "int * vector").equals(vector(part * factor for part in parts))
    expect(seen.by_float, "float * vector").equals(vector(part * factor / 4 for part in parts))


@case
def compares(seen, expect, rng):
    expect(seen.same, "== and != with the same components").equals([True, False])
    expect(seen.others, "== and != with other components").equals([[False, True]] * 3)


@case
def absolute_value(seen, expect, rng):
    _, length = arrow(rng)
    expect(seen.simple, "abs(Vector(3, 4))").is_close(5)
    expect(seen.drawn, "abs").is_close(length)
    expect(seen.single, "abs of one component").is_close(2.5)
    expect(seen.with_zeros, "abs of vectors with zeros and ones").equals([1.0, 1.0, 5.0, 0.0])


@case
def refuses_other_types(seen, expect, rng):
    parts = numbers(rng, 2)
    for kind, errors in (("vector first", seen.right), ("vector second", seen.left)):
        for error in errors or [None]:
            expect(error, f"error, {kind}").raises("TypeError")
    expect(seen.sum, "v + v").equals(vector(2 * part for part in parts))


@case
def through_not_implemented(seen, expect, rng):
    expect(seen.declined, "returned NotImplemented").equals([True] * 9)
    expect(seen.sum, "v + v").equals(vector(2 * part for part in numbers(rng, 2)))


@case
def lengths_add(seen, expect, rng):
    numbers(rng, 2)
    expect(seen.short_first, "short + long").raises("ValueError")
    expect(seen.long_first, "long + short").raises("ValueError")
    expect(seen.sum, "long + long").equals(vector(2 * part for part in numbers(rng, 3)))


@case
def lengths_compare(seen, expect, rng):
    expect(seen.equal, "short == long, long == short, long == long").equals([False, False, True])
    expect(seen.unequal, "short != long, long != short, long != long").equals([True, True, False])


@case
def no_tuple(seen, expect, rng):
    expect(seen.equal, "== with the tuple and with a vector").equals([False, True])
    expect(seen.unequal, "!= with the tuple and with a vector").equals([True, False])


@case
def hash_agrees(seen, expect, rng):
    expect(seen.equal, "equal").equals([True, True])
    expect(seen.same_hash, "equal hashes").equals([True, True])
    expect(seen.keys, "keys in a dict").equals(1)


@case
def attributes_stay(seen, expect, rng):
    expect(seen.assigned, "attributes that could be assigned").equals([])
    expect(seen.afterwards, "components afterwards").equals([float(part) for part in numbers(rng, 3)])


@case
def items_stay(seen, expect, rng):
    expect(seen.refused, "assignments refused").equals([True] * 4)
    expect(seen.afterwards, "components afterwards").equals([float(part) for part in numbers(rng, 3)])


@case
def large_components(seen, expect, rng):
    _, length = arrow(rng)
    expect(seen.length, "abs").is_close(length * LARGE, within=LARGE * 1e-9)
    expect(seen.with_small, "abs with a small component").is_close(length * LARGE, within=LARGE * 1e-9)


@case
def empty_vectors(seen, expect, rng):
    expect(seen.equal, "Vector() == Vector(), Vector() == Vector(...)").equals([True, False])
    expect(seen.length, "length").equals(0)
    expect(seen.parts, "components").equals([])


@case
def foreign_class_gets_its_turn(seen, expect, rng):
    parts = numbers(rng, 2)
    expect(seen.results, "v + foreign, v - foreign, v * foreign").equals([strangers(rng)[0]] * 3)
    expect(seen.met_the_vector, "it met the vector itself").equals([True] * 3)
    expect(seen.sum, "v + v").equals(vector(2 * part for part in parts))


def scaled(seen, expect, rng):
    parts, (part,) = numbers(rng, 3), numbers(rng, 1)
    expect(seen.right, "vector * number").equals(vector(each * part / 4 for each in parts))
    expect(seen.left, "number * vector").equals(vector(each * part / 4 for each in parts))


@case
def scales_by_fraction(seen, expect, rng):
    scaled(seen, expect, rng)


@case
def scales_by_any_real(seen, expect, rng):
    scaled(seen, expect, rng)
