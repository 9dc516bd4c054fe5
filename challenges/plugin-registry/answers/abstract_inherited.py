# floor: 4
# ceiling: 4
# misses: abstract_is_not_inherited
# misconceptions: abstract_is_inherited
class Plugin:
    registry = {}
    abstract = False

    def __init_subclass__(cls, abstract=False, **kwargs):
        super().__init_subclass__(**kwargs)
        if abstract:
            cls.abstract = True
        if cls.abstract:
            return
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
