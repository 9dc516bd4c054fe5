# floor: 4
# ceiling: 4
# misses: value_freed
# misconceptions: ids_are_forever
class Typed:
    def __init__(self, kind):
        self.kind, self.by_id = kind, {}

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        if id(obj) in self.by_id:
            return self.by_id[id(obj)]
        raise AttributeError(self.name)

    def __set__(self, obj, value):
        if isinstance(value, bool) and self.kind is int or not isinstance(value, self.kind):
            raise TypeError(f"{self.name}: {value!r} is not {self.kind.__name__}")
        self.by_id[id(obj)] = value

    def __delete__(self, obj):
        if id(obj) not in self.by_id:
            raise AttributeError(self.name)
        del self.by_id[id(obj)]
