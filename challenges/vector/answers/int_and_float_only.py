# floor: 4
# ceiling: 4
# misses: large_components, scales_by_fraction, scales_by_any_real
# misconceptions: squares_fit
class Vector:
    def __init__(self, *components):
        self._c = components

    def __iter__(self):
        return iter(self._c)

    def __len__(self):
        return len(self._c)

    def __repr__(self):
        return f"Vector({', '.join(map(repr, self._c))})"

    def __abs__(self):
        return sum(c * c for c in self._c) ** 0.5

    def __eq__(self, other):
        return self._c == other._c if isinstance(other, Vector) else NotImplemented

    def __hash__(self):
        return hash(self._c)

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self._c) != len(other._c):
            raise ValueError("length")
        return Vector(*(a + b for a, b in zip(self._c, other._c)))

    def __sub__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self._c) != len(other._c):
            raise ValueError("length")
        return Vector(*(a - b for a, b in zip(self._c, other._c)))

    def __mul__(self, k):
        if not isinstance(k, (int, float)):
            return NotImplemented
        return Vector(*(a * k for a in self._c))

    __rmul__ = __mul__
