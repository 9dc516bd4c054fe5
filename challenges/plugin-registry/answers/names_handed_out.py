# floor: 4
# ceiling: 4
# misses: names_are_a_copy
class Plugin:
    _names = []
    _classes = {}

    def __init_subclass__(cls, abstract=False):
        if not abstract:
            name = cls.__dict__.get("name", cls.__name__.lower())
            if name in Plugin._names:
                raise ValueError(name)
            Plugin._names.append(name)
            Plugin._names.sort()
            Plugin._classes[name] = cls

    @classmethod
    def create(cls, name, **options):
        return Plugin._classes[name](**options)

    @classmethod
    def names(cls):
        return Plugin._names
