# floor: 3
# ceiling: 3
# misses: hash_agrees
# misconceptions: eq_alone
from math import hypot
from numbers import Real


class Vector:
    def __init__(self, *components):
        self._components = components

    def __iter__(self):
        return iter(self._components)

    def __len__(self):
        return len(self._components)

    def __repr__(self):
        return f"Vector({', '.join(map(repr, self._components))})"

    def __abs__(self):
        return hypot(*self._components)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return self._components == other._components

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError
        return Vector(*(a + b for a, b in zip(self, other)))

    def __sub__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError
        return Vector(*(a - b for a, b in zip(self, other)))

    def __mul__(self, scalar):
        if not isinstance(scalar, Real):
            return NotImplemented
        return Vector(*(scalar * c for c in self))

    __rmul__ = __mul__
