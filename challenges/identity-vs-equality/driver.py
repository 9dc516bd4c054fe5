"""Calls count_equal and count_missing on values that tell identity, equality and truth apart."""

from inputs import empty_values, large_numbers, plain_values, small_numbers, with_nones
from viva.driver import ArrayLike, EqualityRaises, EqualsEverything, case


def apart(number: int) -> int:
    """An equal number that is another object, however the interpreter shares constants."""
    return int(str(number))


@case
def counts_equal(answer, see, rng):
    values, target = small_numbers(rng)
    see.count = answer.count_equal(values, target)


@case
def counts_distinct_objects(answer, see, rng):
    values, target = large_numbers(rng)
    see.numbers = answer.count_equal([apart(value) for value in values], apart(target))
    texts = ["".join(["no ", str(value)]) for value in values]
    see.texts = answer.count_equal(texts, "".join(["no ", str(target)]))


@case
def counts_across_types(answer, see, rng):
    values, target = large_numbers(rng)
    mixed = [float(value) if index % 2 else apart(value) for index, value in enumerate(values)]
    see.whole_target = answer.count_equal(mixed, apart(target))
    see.float_target = answer.count_equal(mixed, float(target))


@case
def counts_none(answer, see, rng):
    see.count = answer.count_missing(with_nones(rng, plain_values(rng)))


@case
def falsy_is_not_missing(answer, see, rng):
    see.count = answer.count_missing(with_nones(rng, empty_values(rng)))


@case
def equal_takes_any_iterable(answer, see, rng):
    values, target = small_numbers(rng)
    see.from_generator = answer.count_equal((value for value in values), target)
    see.from_tuple = answer.count_equal(tuple(values), target)


@case
def missing_takes_any_iterable(answer, see, rng):
    values = with_nones(rng, plain_values(rng))
    see.from_generator = answer.count_missing(value for value in values)
    see.from_tuple = answer.count_missing(tuple(values))


@case
def lying_equality(answer, see, rng):
    see.count = answer.count_missing(with_nones(rng, [EqualsEverything(), EqualsEverything()]))


@case
def raising_equality(answer, see, rng):
    see.count = answer.count_missing(with_nones(rng, [EqualityRaises(), EqualityRaises()]))


@case
def array_like_equality(answer, see, rng):
    see.count = answer.count_missing(with_nones(rng, [ArrayLike(), ArrayLike()]))


@case
def nan_equals_nothing(answer, see, rng):
    nan = float("nan")
    values, target = small_numbers(rng)
    see.same_nan = answer.count_equal([nan, *values, nan], nan)
    see.other_nan = answer.count_equal([float("nan"), *values], nan)
    see.number_among_nans = answer.count_equal([nan, *values, nan], target)
