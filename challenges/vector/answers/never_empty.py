# floor: 4
# ceiling: 4
# misses: empty_vectors
from functools import partialmethod
from math import hypot
from numbers import Real
from operator import add, sub


class Vector:
    def __init__(self, *components):
        if not components:
            raise ValueError("a vector needs components")
        self.__components = components

    def __iter__(self):
        return iter(self.__components)

    def __len__(self):
        return len(self.__components)

    def __repr__(self):
        return f"Vector({', '.join(map(repr, self))})"

    def __abs__(self):
        return hypot(*self)

    def __eq__(self, other):
        if type(other) is not Vector:
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self):
        return hash(tuple(self))

    def _with(self, operation, other):
        if type(other) is not Vector:
            return NotImplemented
        if len(self) != len(other):
            raise ValueError("lengths")
        return Vector(*map(operation, self, other))

    __add__ = partialmethod(_with, add)
    __sub__ = partialmethod(_with, sub)

    def __mul__(self, scalar):
        return Vector(*(a * scalar for a in self)) if isinstance(scalar, Real) else NotImplemented

    __rmul__ = __mul__
