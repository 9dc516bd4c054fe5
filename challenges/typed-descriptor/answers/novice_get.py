# floor: 3
# ceiling: 3
# misses: class_access, unset, deletion, bool_is_no_int
# misconceptions: instance_is_never_none, bool_forgotten
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return instance.__dict__.get(self.name)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} should be {self.kind}")
        instance.__dict__[self.name] = value
