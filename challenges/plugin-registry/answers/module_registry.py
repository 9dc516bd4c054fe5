# floor: 5
# ceiling: 5
from operator import attrgetter

_plugins = []


class Plugin:
    @classmethod
    def __init_subclass__(cls, **keywords):
        if keywords.pop("abstract", None):
            return
        body = vars(cls)
        called = body["name"] if "name" in body else attrgetter("__name__")(cls).lower()
        if any(called == other for other, _ in _plugins):
            raise ValueError(called)
        _plugins.append((called, cls))

    @staticmethod
    def create(name, **options):
        for called, kind in _plugins:
            if called == name:
                return kind(**options)
        raise KeyError(name)

    @staticmethod
    def names():
        return sorted(called for called, _ in _plugins)
