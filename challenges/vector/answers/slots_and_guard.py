# floor: 5
# ceiling: 5
import math
from numbers import Real


class Vector:
    __slots__ = ("_components",)

    def __init__(self, *components):
        object.__setattr__(self, "_components", components)

    def __setattr__(self, name, value):
        raise AttributeError("a vector cannot be changed")

    def __iter__(self):
        return iter(self._components)

    def __len__(self):
        return len(self._components)

    def __repr__(self):
        return f"Vector({', '.join(map(repr, self))})"

    def __abs__(self):
        return math.hypot(*self)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return self._components == other._components

    def __hash__(self):
        return hash(self._components)

    def _combine(self, other, operation):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError(f"lengths differ: {len(self)} and {len(other)}")
        return Vector(*map(operation, self, other))

    def __add__(self, other):
        return self._combine(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combine(other, lambda a, b: a - b)

    def __mul__(self, scalar):
        if not isinstance(scalar, Real):
            return NotImplemented
        return Vector(*(component * scalar for component in self))

    __rmul__ = __mul__
