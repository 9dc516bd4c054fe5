# floor: 4
# ceiling: 4
# misses: kinds_subclasses, deletion
# misconceptions: exact_type_only
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        try:
            return instance.__dict__[self.name]
        except KeyError:
            raise AttributeError(self.name)

    def __set__(self, instance, value):
        if type(value) is not self.kind:
            raise TypeError(f"{self.name} is {self.kind.__name__}, got {type(value).__name__}")
        instance.__dict__[self.name] = value
