# floor: 4
# ceiling: 4
# misses: abstract_class, abstract_is_not_inherited
class Plugin:
    registry = {}

    def __init_subclass__(cls):
        name = cls.__dict__.get("name", cls.__name__.lower())
        if name in cls.registry:
            raise ValueError(name)
        cls.registry[name] = cls

    @classmethod
    def create(cls, name, **options):
        return cls.registry[name](**options)

    @classmethod
    def names(cls):
        return sorted(cls.registry)
