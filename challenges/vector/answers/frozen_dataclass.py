# floor: 5
# ceiling: 5
from __future__ import annotations

import math
import numbers
import operator
from dataclasses import dataclass


@dataclass(frozen=True, init=False, repr=False)
class Vector:
    components: tuple

    def __init__(self, *components: numbers.Real) -> None:
        object.__setattr__(self, "components", components)

    def __repr__(self) -> str:
        return "{}({})".format(type(self).__name__, ", ".join(repr(c) for c in self.components))

    def __iter__(self):
        yield from self.components

    def __len__(self) -> int:
        return len(self.components)

    def __abs__(self) -> float:
        # Scaled by the largest, so that no square overflows.
        largest = max(map(abs, self.components), default=0)
        if largest == 0:
            return 0.0
        return largest * math.sqrt(sum((c / largest) ** 2 for c in self.components))

    def _zipped(self, other: Vector, operation) -> Vector:
        if len(other) != len(self):
            raise ValueError("vectors of different lengths")
        return Vector(*map(operation, self, other))

    def __add__(self, other):
        return self._zipped(other, operator.add) if isinstance(other, Vector) else NotImplemented

    def __sub__(self, other):
        return self._zipped(other, operator.sub) if isinstance(other, Vector) else NotImplemented

    def __mul__(self, scalar):
        if not isinstance(scalar, numbers.Real):
            return NotImplemented
        return Vector(*(scalar * c for c in self.components))

    def __rmul__(self, scalar):
        return self.__mul__(scalar)
