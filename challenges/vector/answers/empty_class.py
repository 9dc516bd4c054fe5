# floor: 1
# ceiling: 1
# misses: shows_two, shows_itself, iterates, has_a_length, adds, subtracts, scales, compares, absolute_value, scales_from_the_left, refuses_other_types, through_not_implemented, lengths_add, lengths_compare, no_tuple, hash_agrees, attributes_stay, items_stay, large_components, empty_vectors, foreign_class_gets_its_turn, scales_by_fraction, scales_by_any_real
class Vector:
    def __init__(self, *components):
        pass
