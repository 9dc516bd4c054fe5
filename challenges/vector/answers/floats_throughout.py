# floor: 2
# ceiling: 2
# misses: shows_two, shows_itself, iterates
import math
from numbers import Real


class Vector:
    def __init__(self, *components):
        self._components = tuple(float(c) for c in components)

    def __iter__(self):
        return iter(self._components)

    def __len__(self):
        return len(self._components)

    def __repr__(self):
        return f"Vector({', '.join(map(repr, self._components))})"

    def __abs__(self):
        return math.hypot(*self._components)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return self._components == other._components

    def __hash__(self):
        return hash(self._components)

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError("lengths differ")
        return Vector(*(a + b for a, b in zip(self, other)))

    def __sub__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError("lengths differ")
        return Vector(*(a - b for a, b in zip(self, other)))

    def __mul__(self, scalar):
        if not isinstance(scalar, Real):
            return NotImplemented
        return Vector(*(float(scalar) * c for c in self))

    __rmul__ = __mul__
