# floor: 2
# ceiling: 2
# misses: shows_itself, iterates, has_a_length, adds, subtracts, scales, compares, absolute_value, scales_from_the_left, refuses_other_types, through_not_implemented, lengths_add, lengths_compare, no_tuple, hash_agrees, attributes_stay, items_stay, large_components, empty_vectors, foreign_class_gets_its_turn, scales_by_fraction, scales_by_any_real
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5
