# floor: 5
# ceiling: 5
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.public = name
        self.private = "_typed_" + name

    def __get__(self, obj, objtype=None):
        return self if obj is None else getattr(obj, self.private)

    def __set__(self, obj, value):
        accepted = isinstance(value, self.kind)
        if type(value) is bool and self.kind is int:
            accepted = False
        if accepted:
            setattr(obj, self.private, value)
        else:
            raise TypeError("%s wants %s" % (self.public, self.kind.__name__))

    def __delete__(self, obj):
        delattr(obj, self.private)
