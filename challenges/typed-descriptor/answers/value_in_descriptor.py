# floor: 2
# ceiling: 2
# misses: per_instance, unset, value_freed, equal_instances, unhashable_instances, deletion, owners_subclasses, bool_is_no_int, empty_slots
# misconceptions: value_in_the_descriptor, bool_forgotten
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return self.value

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        self.value = value
