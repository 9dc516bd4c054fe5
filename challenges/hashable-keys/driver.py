"""Counts rows, makes points, and records how they count, compare and serve as keys."""

from __future__ import annotations

import inputs
from viva.driver import EqualsEverything, case, raised


@case
def counts_rows(answer, see, rng):
    see.counts = sorted(answer.count_rows(inputs.plain_rows(rng)).values())


@case
def rows_told_apart(answer, see, rng):
    see.counts = sorted(answer.count_rows(inputs.confusable_rows(rng)).values())


@case
def keys_are_tuples(answer, see, rng):
    result = answer.count_rows(inputs.plain_rows(rng))
    see.is_dict = isinstance(result, dict)
    see.counts = dict(result)


@case
def nested_rows(answer, see, rng):
    see.counts = dict(answer.count_rows(inputs.nested_rows(rng)))


@case
def coordinates_readable(answer, see, rng):
    x, y = inputs.coordinates(rng)
    point = answer.Point(x, y)
    see.x, see.y = point.x, point.y


@case
def equal_points(answer, see, rng):
    x, y, other = inputs.coordinates(rng, 3)
    point = answer.Point(x, y)
    see.same = [point == answer.Point(x, y), point != answer.Point(x, y)]
    others = [(y, x), (x, other), (other, y), (-x, y)]
    see.others = [point == answer.Point(*pair) for pair in others]


@case
def one_key(answer, see, rng):
    x, y, other = inputs.coordinates(rng, 3)
    prices = {answer.Point(x, y): x, answer.Point(y, x): y}
    prices[answer.Point(x, y)] = other
    see.count = len(prices)
    see.found = [prices.get(answer.Point(x, y)), prices.get(answer.Point(y, x))]
    see.missing = prices.get(answer.Point(x, other))


@case
def no_tuple(answer, see, rng):
    x, y = inputs.coordinates(rng)
    point = answer.Point(x, y)
    see.point = point == answer.Point(x, y)
    see.equal = [point == (x, y), (x, y) == point]
    see.unequal = [point != (x, y), (x, y) != point]


@case
def immutable(answer, see, rng):
    x, y, other = inputs.coordinates(rng, 3)
    point = answer.Point(x, y)
    see.x_error = raised(setattr, point, "x", other)
    see.y_error = raised(setattr, point, "y", other)
    see.x, see.y = point.x, point.y


@case
def number_types(answer, see, rng):
    x, y = inputs.coordinates(rng)
    whole, real = answer.Point(x, y), answer.Point(float(x), float(y))
    see.equal = [whole == real, real == whole]
    see.same_hash = hash(whole) == hash(real)
    see.found = {whole: y}.get(real)
    see.other = whole == answer.Point(x + 0.5, float(y))


@case
def gives_way(answer, see, rng):
    x, y = inputs.coordinates(rng)
    point, agreeable = answer.Point(x, y), EqualsEverything()
    see.same = point == answer.Point(x, y)
    see.strangers = [point == stranger for stranger in (None, x, str(x), [x, y], object())]
    see.unequal = [point != stranger for stranger in (None, x, str(x), [x, y], object())]
    see.agreeable = [point == agreeable, agreeable == point]
