# floor: 5
# ceiling: 5
class Plugin:
    _registry = {}

    def __init_subclass__(cls, abstract=False, **kwargs):
        super().__init_subclass__(**kwargs)
        if abstract:
            return
        name = cls.__dict__.get("name", cls.__name__.lower())
        if name in Plugin._registry:
            raise ValueError(f"a plugin named {name!r} exists already")
        Plugin._registry[name] = cls

    @classmethod
    def create(cls, name, **options):
        return Plugin._registry[name](**options)

    @classmethod
    def names(cls):
        return sorted(Plugin._registry)
