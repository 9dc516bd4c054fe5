# floor: 4
# ceiling: 4
# misses: attributes_stay, items_stay
import math
import numbers


class Vector:
    def __init__(self, *components):
        self.components = list(components)

    def __getitem__(self, index):
        return self.components[index]

    def __setitem__(self, index, value):
        self.components[index] = value

    def __len__(self):
        return len(self.components)

    def __repr__(self):
        return "Vector" + str(tuple(self.components))

    def __abs__(self):
        return math.hypot(*self.components)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return self.components == other.components

    def __hash__(self):
        return hash(tuple(self.components))

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError("different lengths")
        return Vector(*[self[i] + other[i] for i in range(len(self))])

    def __sub__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError("different lengths")
        return Vector(*[self[i] - other[i] for i in range(len(self))])

    def __mul__(self, number):
        if not isinstance(number, numbers.Real):
            return NotImplemented
        return Vector(*[c * number for c in self.components])

    __rmul__ = __mul__
