# floor: 5
# ceiling: 5
from math import hypot
from numbers import Number


class Vector(tuple):
    __slots__ = ()

    def __new__(cls, *xs):
        return tuple.__new__(cls, xs)

    def __repr__(s):
        return "Vector(" + ", ".join(map(str, s)) + ")"

    def __abs__(s):
        return hypot(*s)

    def __eq__(s, o):
        return isinstance(o, Vector) and tuple.__eq__(s, o)

    def __ne__(s, o):
        return not s == o

    __hash__ = tuple.__hash__

    def __add__(s, o):
        if isinstance(o, Vector):
            if len(s) == len(o):
                return Vector(*[a + b for a, b in zip(s, o)])
            raise ValueError("lengths")
        return NotImplemented

    def __sub__(s, o):
        return s + o * -1 if isinstance(o, Vector) else NotImplemented

    def __mul__(s, k):
        return Vector(*[k * a for a in s]) if isinstance(k, Number) else NotImplemented

    def __rmul__(s, k):
        return s * k
