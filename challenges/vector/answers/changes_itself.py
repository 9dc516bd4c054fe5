# floor: 2
# ceiling: 2
# misses: large_components, adds, subtracts, scales, lengths_add, through_not_implemented, refuses_other_types, scales_from_the_left, no_tuple, hash_agrees, foreign_class_gets_its_turn, scales_by_fraction, scales_by_any_real
class Vector:
    def __init__(self, *components):
        self._list = list(components)

    def __add__(self, other):
        for i in range(len(self._list)):
            self._list[i] += other._list[i]
        return self

    def __sub__(self, other):
        for i in range(len(self._list)):
            self._list[i] -= other._list[i]
        return self

    def __mul__(self, k):
        for i in range(len(self._list)):
            self._list[i] *= k
        return self

    def __eq__(self, other):
        return self._list == other._list

    def __repr__(self):
        return "Vector(" + ", ".join(str(x) for x in self._list) + ")"

    def __abs__(self):
        return sum(x**2 for x in self._list) ** 0.5

    def __len__(self):
        return len(self._list)

    def __iter__(self):
        return iter(self._list)
