# floor: 3
# ceiling: 3
# misses: names_the_attribute, two_attributes, owners_subclasses, deletion
# misconceptions: one_name_for_all
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance._value

    def __set__(self, instance, value):
        if not isinstance(value, self.kind) or (self.kind is int and isinstance(value, bool)):
            raise TypeError("expected " + self.kind.__name__ + ", got " + repr(value))
        instance._value = value
