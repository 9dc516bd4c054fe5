# floor: 4
# ceiling: 4
# misses: equal_instances, unhashable_instances
# misconceptions: keyed_by_equality
from weakref import WeakKeyDictionary


class Typed:
    def __init__(self, kind):
        self.kind = kind
        self.values = WeakKeyDictionary()

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        try:
            return self.values[instance]
        except KeyError:
            raise AttributeError(self.name)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind) or (isinstance(value, bool) and self.kind is int):
            raise TypeError(f"{self.name} must be of type {self.kind.__name__}")
        self.values[instance] = value

    def __delete__(self, instance):
        try:
            del self.values[instance]
        except KeyError:
            raise AttributeError(self.name)
