# floor: 3
# ceiling: 3
# misses: refuses_other_types, through_not_implemented, lengths_add, lengths_compare, no_tuple, hash_agrees, foreign_class_gets_its_turn
# misconceptions: zip_checks_lengths, eq_alone
import math


class Vector:
    def __init__(self, *components):
        self._components = components

    def __iter__(self):
        return iter(self._components)

    def __len__(self):
        return len(self._components)

    def __repr__(self):
        return f"Vector{self._components}"

    def __abs__(self):
        return math.hypot(*self)

    def __eq__(self, other):
        if not self._components:
            return not tuple(other)
        return all(a == b for a, b in zip(self, other))

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self, other)))

    def __sub__(self, other):
        return Vector(*(a - b for a, b in zip(self, other)))

    def __mul__(self, scalar):
        return Vector(*(a * scalar for a in self))

    __rmul__ = __mul__
