"""Makes vectors, puts them through the operators, and records components, comparisons and errors."""

from __future__ import annotations

import numbers as abstract
from fractions import Fraction
from operator import add, mul, sub

from inputs import arrow, numbers, pairs, strangers
from viva.driver import case, raised

LARGE = 1e200
WITH_ZEROS = ((1, 0), (0, 0, 1), (3, 0, 4), (0, 0))
NEW = 7


class Foreign:
    """A class of somebody else that knows how to deal with what stands to its left."""

    def __init__(self, word):
        self.word = word
        self.met = []

    def _take(self, other):
        self.met.append(other)
        return self.word

    __radd__ = __rsub__ = __rmul__ = _take


class Reading:
    """A scalar like those of numpy: registered as a real number, and no subclass of float."""

    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        return self.value * other if isinstance(other, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __float__(self):
        return self.value


abstract.Real.register(Reading)


def described(answer, result):
    """Whether it is a vector, and its components as floats. How they are kept is another case."""
    return [isinstance(result, answer.Vector), [float(part) for part in result]]


@case
def shows_itself(answer, see, rng):
    see.three = repr(answer.Vector(*numbers(rng, 3)))
    see.with_float = repr(answer.Vector(1.5, *numbers(rng, 1)))


@case
def iterates(answer, see, rng):
    vector = answer.Vector(*numbers(rng, 3))
    see.once, see.again = list(vector), list(vector)
    see.nested = [[one, other] for one in vector for other in vector]


@case
def has_a_length(answer, see, rng):
    see.lengths = [len(answer.Vector(*numbers(rng, count))) for count in (2, 1, 5, 3)]


def combined(answer, see, rng, operation):
    results, afterwards = [], []
    for left, right in pairs(rng):
        one, other = answer.Vector(*left), answer.Vector(*right)
        results.append(described(answer, operation(one, other)))
        afterwards.append([list(map(float, one)), list(map(float, other))])
    see.results, see.afterwards = results, afterwards


@case
def adds(answer, see, rng):
    combined(answer, see, rng, add)


@case
def subtracts(answer, see, rng):
    combined(answer, see, rng, sub)


@case
def scales(answer, see, rng):
    parts, (factor,) = numbers(rng, 3), numbers(rng, 1)
    vector = answer.Vector(*parts)
    see.by_int = described(answer, vector * factor)
    see.by_float = described(answer, vector * (factor / 4))
    see.by_zero = described(answer, vector * 0)
    see.afterwards = [float(part) for part in vector]


@case
def scales_from_the_left(answer, see, rng):
    parts, (factor,) = numbers(rng, 3), numbers(rng, 1)
    vector = answer.Vector(*parts)
    see.by_int = described(answer, factor * vector)
    see.by_float = described(answer, (factor / 4) * vector)


@case
def compares(answer, see, rng):
    parts = numbers(rng, 3)
    vector = answer.Vector(*parts)
    see.same = [vector == answer.Vector(*parts), vector != answer.Vector(*parts)]
    others = [parts[::-1], [*parts[:2], parts[2] + 1], [parts[0] - 1, *parts[1:]]]
    see.others = [[vector == answer.Vector(*other), vector != answer.Vector(*other)] for other in others]


@case
def absolute_value(answer, see, rng):
    parts, _ = arrow(rng)
    see.simple = abs(answer.Vector(3, 4))
    see.drawn = abs(answer.Vector(*parts))
    see.single = abs(answer.Vector(-2.5))
    see.with_zeros = [float(abs(answer.Vector(*each))) for each in WITH_ZEROS]


@case
def refuses_other_types(answer, see, rng):
    parts = numbers(rng, 2)
    vector = answer.Vector(*parts)
    see.right = [
        raised(operation, vector, stranger) for stranger in strangers(rng) for operation in (add, sub, mul)
    ]
    # A tuple is left out here: were the vector a tuple too, nothing could keep the two from being joined.
    word, _, none = strangers(rng)
    see.left = [
        raised(operation, stranger, vector) for stranger in (word, none) for operation in (add, sub, mul)
    ]
    see.sum = described(answer, vector + vector)


@case
def through_not_implemented(answer, see, rng):
    parts = numbers(rng, 2)
    vector = answer.Vector(*parts)
    kind = type(vector)
    methods = [kind.__add__, kind.__sub__, kind.__mul__]
    see.declined = [
        method(vector, stranger) is NotImplemented for stranger in strangers(rng) for method in methods
    ]
    see.sum = described(answer, vector + vector)


@case
def lengths_add(answer, see, rng):
    short, long = answer.Vector(*numbers(rng, 2)), answer.Vector(*numbers(rng, 3))
    see.short_first, see.long_first = raised(add, short, long), raised(add, long, short)
    see.sum = described(answer, long + long)


@case
def lengths_compare(answer, see, rng):
    parts = numbers(rng, 3)
    short, long, same = answer.Vector(*parts[:2]), answer.Vector(*parts), answer.Vector(*parts)
    see.equal = [short == long, long == short, long == same]
    see.unequal = [short != long, long != short, long != same]


@case
def no_tuple(answer, see, rng):
    parts = numbers(rng, 2)
    vector, same = answer.Vector(*parts), answer.Vector(*parts)
    see.equal = [vector == tuple(parts), vector == same]
    see.unequal = [vector != tuple(parts), vector != same]


@case
def hash_agrees(answer, see, rng):
    parts = numbers(rng, 3)
    vector, twin = answer.Vector(*parts), answer.Vector(*parts)
    floats = answer.Vector(*map(float, parts))
    see.equal = [vector == twin, vector == floats]
    see.same_hash = [hash(vector) == hash(twin), hash(vector) == hash(floats)]
    see.keys = len({vector: 1, twin: 2, floats: 3})


@case
def attributes_stay(answer, see, rng):
    vector = answer.Vector(*numbers(rng, 3))
    names = [name for name in dir(vector) if not name.startswith("_") and not callable(getattr(vector, name))]
    see.assigned = [name for name in names if raised(setattr, vector, name, NEW) is None]
    see.afterwards = [float(part) for part in vector]


@case
def items_stay(answer, see, rng):
    vector = answer.Vector(*numbers(rng, 3))

    def assign(index):
        vector[index] = NEW

    see.refused = [raised(assign, index) is not None for index in (0, 1, -1, slice(0, 1))]
    see.afterwards = [float(part) for part in vector]


@case
def large_components(answer, see, rng):
    parts, _ = arrow(rng)
    see.length = abs(answer.Vector(*(part * LARGE for part in parts)))
    see.with_small = abs(answer.Vector(*(part * LARGE for part in parts), 1))


@case
def empty_vectors(answer, see, rng):
    see.equal = [answer.Vector() == answer.Vector(), answer.Vector() == answer.Vector(*numbers(rng, 1))]
    see.length, see.parts = len(answer.Vector()), list(answer.Vector())


@case
def foreign_class_gets_its_turn(answer, see, rng):
    vector, foreign = answer.Vector(*numbers(rng, 2)), Foreign(strangers(rng)[0])
    see.results = [operation(vector, foreign) for operation in (add, sub, mul)]
    see.met_the_vector = [other is vector for other in foreign.met]
    see.sum = described(answer, vector + vector)


@case
def scales_by_fraction(answer, see, rng):
    vector, (part,) = answer.Vector(*numbers(rng, 3)), numbers(rng, 1)
    see.right = described(answer, vector * Fraction(part, 4))
    see.left = described(answer, Fraction(part, 4) * vector)


@case
def scales_by_any_real(answer, see, rng):
    vector, (part,) = answer.Vector(*numbers(rng, 3)), numbers(rng, 1)
    see.right = described(answer, vector * Reading(part / 4))
    see.left = described(answer, Reading(part / 4) * vector)
