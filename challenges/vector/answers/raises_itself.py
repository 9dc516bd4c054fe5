# floor: 3
# ceiling: 3
# misses: through_not_implemented, foreign_class_gets_its_turn
# misconceptions: raises_type_error_itself
import math
import numbers


class Vector:
    def __init__(self, *components):
        self._components = components

    def __iter__(self):
        return iter(self._components)

    def __len__(self):
        return len(self._components)

    def __repr__(self):
        return "Vector(" + ", ".join([repr(c) for c in self._components]) + ")"

    def __abs__(self):
        return math.hypot(*self._components)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return False
        return self._components == other._components

    def __hash__(self):
        return hash(self._components)

    def _check(self, other):
        if not isinstance(other, Vector):
            raise TypeError("not a vector")
        if len(self) != len(other):
            raise ValueError("not the same length")

    def __add__(self, other):
        self._check(other)
        return Vector(*[a + b for a, b in zip(self, other)])

    def __sub__(self, other):
        self._check(other)
        return Vector(*[a - b for a, b in zip(self, other)])

    def __mul__(self, scalar):
        if not isinstance(scalar, numbers.Real):
            raise TypeError("not a number")
        return Vector(*[a * scalar for a in self])

    def __rmul__(self, scalar):
        return self * scalar
