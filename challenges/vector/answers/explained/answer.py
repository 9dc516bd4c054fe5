# floor: 5
# ceiling: 5
from math import hypot
from numbers import Real


class Vector:
    """An immutable vector of real numbers."""

    def __init__(self, *components):
        self._components = tuple(components)

    @property
    def components(self):
        return self._components

    def __iter__(self):
        return iter(self._components)

    def __len__(self):
        return len(self._components)

    def __getitem__(self, index):
        return self._components[index]

    def __repr__(self):
        return f"Vector({', '.join(repr(c) for c in self)})"

    def __abs__(self):
        return hypot(*self._components)

    def __eq__(self, other):
        if isinstance(other, Vector):
            return self._components == other._components
        return NotImplemented

    def __hash__(self):
        return hash((Vector, self._components))

    def __neg__(self):
        return self * -1

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError(f"cannot add vectors of {len(self)} and {len(other)} components")
        return Vector(*(a + b for a, b in zip(self, other)))

    def __sub__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return self + -other

    def __mul__(self, scalar):
        if not isinstance(scalar, Real):
            return NotImplemented
        return Vector(*(c * scalar for c in self))

    def __rmul__(self, scalar):
        return self * scalar
