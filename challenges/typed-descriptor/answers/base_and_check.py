# floor: 5
# ceiling: 5
from abc import ABC, abstractmethod

_UNSET = object()


class Checked(ABC):
    """The storage half of a descriptor; what is fit is said by `check`."""

    name = None

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.__dict__.get(self.name, _UNSET)
        if value is _UNSET:
            message = "'%s' object has no attribute '%s'" % (type(instance).__name__, self.name)
            raise AttributeError(message)
        return value

    def __set__(self, instance, value):
        self.check(value)
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        self.__get__(instance)
        del instance.__dict__[self.name]

    @abstractmethod
    def check(self, value):
        """Raise when the value is unfit."""


class Typed(Checked):
    def __init__(self, kind):
        self.kind = kind

    def check(self, value):
        if self.kind is int and value.__class__ is bool:
            raise TypeError("%s: a bool is no int" % self.name)
        if not isinstance(value, self.kind):
            raise TypeError("%s: %s expected" % (self.name, self.kind.__name__))
