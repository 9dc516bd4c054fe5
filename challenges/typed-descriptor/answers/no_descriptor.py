# floor: 1
# ceiling: 1
# misses: accepts, refuses, refusal_changes_nothing, per_instance, names_the_attribute, names_the_type, two_attributes, unset, deletion, owners_subclasses, kinds_subclasses, bool_is_no_int, bool_itself
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def check(self, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"expected {self.kind.__name__}")
