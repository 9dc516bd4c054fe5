# floor: 3
# ceiling: 3
# misses: scales_from_the_left, scales_by_fraction, scales_by_any_real
# misconceptions: only_one_order
import math
import numbers


class Vector:
    def __init__(self, *components):
        self._values = tuple(components)

    def __iter__(self):
        for value in self._values:
            yield value

    def __len__(self):
        return len(self._values)

    def __repr__(self):
        return f"Vector({', '.join(str(v) for v in self._values)})"

    def __abs__(self):
        return math.dist(self._values, [0] * len(self))

    def __eq__(self, other):
        if isinstance(other, Vector):
            return self._values == other._values
        return NotImplemented

    def __hash__(self):
        return hash(self._values)

    def __add__(self, other):
        if isinstance(other, Vector):
            if len(self) != len(other):
                raise ValueError("different lengths")
            return Vector(*[x + y for x, y in zip(self._values, other._values)])
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, Vector):
            if len(self) != len(other):
                raise ValueError("different lengths")
            return Vector(*[x - y for x, y in zip(self._values, other._values)])
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, numbers.Real):
            return Vector(*[x * other for x in self._values])
        return NotImplemented
