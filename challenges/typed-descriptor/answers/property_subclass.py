# floor: 5
# ceiling: 5
class Typed(property):
    """A property whose three functions are closures over `kind`."""

    def __init__(self, kind):
        def fget(obj):
            if self.attribute not in vars(obj):
                raise AttributeError(f"{self.attribute} is not set")
            return vars(obj)[self.attribute]

        def fset(obj, value):
            ok = issubclass(type(value), kind) and not (kind is int and type(value) is bool)
            if not ok:
                raise TypeError(f"{self.attribute!r} takes {kind.__qualname__} only")
            vars(obj)[self.attribute] = value

        def fdel(obj):
            fget(obj)
            del vars(obj)[self.attribute]

        super().__init__(fget, fset, fdel)

    def __set_name__(self, owner, name):
        self.attribute = name
