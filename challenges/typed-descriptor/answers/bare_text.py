# floor: 3
# ceiling: 3
# misses: names_the_attribute, names_the_type, deletion, bool_is_no_int
# misconceptions: bool_forgotten
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.key = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        try:
            return instance.__dict__[self.key]
        except KeyError:
            raise AttributeError

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError("wrong type")
        instance.__dict__[self.key] = value
