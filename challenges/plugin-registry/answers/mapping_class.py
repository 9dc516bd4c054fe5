# floor: 5
# ceiling: 5
import bisect


class _Registry(dict):
    def __init__(self):
        self.order = []

    def __setitem__(self, name, kind):
        if name in self:
            raise ValueError(f"{name} is taken by {self[name].__qualname__}")
        super().__setitem__(name, kind)
        bisect.insort(self.order, name)

    def __missing__(self, name):
        raise KeyError(f"no plugin called {name}; there are {', '.join(self.order) or 'none'}")


def _register(cls, *, abstract=False):
    if not abstract:
        cls._Plugin__all[cls.__dict__.get("name") or cls.__name__.lower()] = cls


class Plugin:
    __all = _Registry()
    __init_subclass__ = classmethod(_register)

    @classmethod
    def create(cls, name, **options):
        return cls.__all[name](**options)

    @classmethod
    def names(cls):
        return cls.__all.order[:]
