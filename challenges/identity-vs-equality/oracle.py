"""How many there are."""

from inputs import empty_values, large_numbers, plain_values, small_numbers, with_nones
from viva.oracle import case


def nones(values: list) -> int:
    """Counts None by identity."""
    return sum(1 for value in values if value is None)


@case
def counts_equal(seen, expect, rng):
    values, target = small_numbers(rng)
    expect(seen.count, "count").equals(values.count(target))


@case
def counts_distinct_objects(seen, expect, rng):
    values, target = large_numbers(rng)
    expect(seen.numbers, "numbers built at run time").equals(values.count(target))
    expect(seen.texts, "texts built at run time").equals(values.count(target))


@case
def counts_across_types(seen, expect, rng):
    values, target = large_numbers(rng)
    expect(seen.whole_target, "int target").equals(values.count(target))
    expect(seen.float_target, "float target").equals(values.count(target))


@case
def counts_none(seen, expect, rng):
    expect(seen.count, "count").equals(nones(with_nones(rng, plain_values(rng))))


@case
def falsy_is_not_missing(seen, expect, rng):
    expect(seen.count, "count").equals(nones(with_nones(rng, empty_values(rng))))


@case
def equal_takes_any_iterable(seen, expect, rng):
    values, target = small_numbers(rng)
    expect(seen.from_generator, "from a generator").equals(values.count(target))
    expect(seen.from_tuple, "from a tuple").equals(values.count(target))


@case
def missing_takes_any_iterable(seen, expect, rng):
    values = with_nones(rng, plain_values(rng))
    expect(seen.from_generator, "from a generator").equals(nones(values))
    expect(seen.from_tuple, "from a tuple").equals(nones(values))


@case
def lying_equality(seen, expect, rng):
    expect(seen.count, "count").equals(nones(with_nones(rng, [object(), object()])))


@case
def raising_equality(seen, expect, rng):
    expect(seen.count, "count").equals(nones(with_nones(rng, [object(), object()])))


@case
def array_like_equality(seen, expect, rng):
    expect(seen.count, "count").equals(nones(with_nones(rng, [object(), object()])))


@case
def nan_equals_nothing(seen, expect, rng):
    values, target = small_numbers(rng)
    expect(seen.same_nan, "the same NaN").equals(0)
    expect(seen.other_nan, "another NaN").equals(0)
    expect(seen.number_among_nans, "a number among NaNs").equals(values.count(target))
