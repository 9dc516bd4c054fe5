# floor: 2
# ceiling: 2
# misses: refuses, names_the_attribute, names_the_type, deletion, owners_subclasses, kinds_subclasses, bool_is_no_int, bool_itself
# misconceptions: converts_instead
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        if self.name not in instance.__dict__:
            raise AttributeError(self.name)
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        assert isinstance(value, self.kind), f"{self.name} must be {self.kind.__name__}"
        instance.__dict__[self.name] = value
