# floor: 2
# ceiling: 2
# misses: refusal_changes_nothing, two_attributes
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.slot = "_" + name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return getattr(obj, self.slot)

    def __set__(self, obj, value):
        setattr(obj, self.slot, value)
        if not isinstance(getattr(obj, self.slot), self.kind) or (
            self.kind is int and isinstance(value, bool)
        ):
            raise TypeError(f"{self.slot} must be {self.kind.__name__}")

    def __delete__(self, obj):
        delattr(obj, self.slot)
