# floor: 4
# ceiling: 4
# misses: bool_itself, empty_slots
class Typed:
    """Bools are refused whatever the kind, and where there is no __dict__ the value is dropped."""

    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        if self.name in getattr(instance, "__dict__", {}):
            return instance.__dict__[self.name]
        raise AttributeError(self.name)

    def __set__(self, instance, value):
        if isinstance(value, bool) or not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be a {self.kind.__name__}")
        if hasattr(instance, "__dict__"):
            instance.__dict__[self.name] = value

    def __delete__(self, instance):
        if self.name not in instance.__dict__:
            raise AttributeError(self.name)
        instance.__dict__.pop(self.name)
