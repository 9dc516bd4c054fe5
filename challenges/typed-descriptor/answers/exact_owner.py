# floor: 4
# ceiling: 4
# misses: owners_subclasses
class Typed:
    """Keeps to the class it was made for."""

    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.owner, self.name = owner, name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        if self.name not in vars(instance):
            raise AttributeError(self.name)
        return vars(instance)[self.name]

    def __set__(self, instance, value):
        if type(instance) is not self.owner:
            raise AttributeError(f"{self.name} belongs to {self.owner.__name__}")
        if not isinstance(value, self.kind) or (self.kind is int and isinstance(value, bool)):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        vars(instance)[self.name] = value

    def __delete__(self, instance):
        self.__get__(instance, None)
        del vars(instance)[self.name]
