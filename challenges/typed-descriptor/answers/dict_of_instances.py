# floor: 4
# ceiling: 4
# misses: instance_freed, value_freed, equal_instances, unhashable_instances, deletion, bool_is_no_int
# misconceptions: keyed_by_equality, bool_forgotten
class Typed:
    def __init__(self, kind):
        self.kind = kind
        self.values = {}

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        if instance not in self.values:
            raise AttributeError(self.name + " was not set")
        return self.values[instance]

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(self.name + " has to be " + self.kind.__name__)
        self.values[instance] = value
