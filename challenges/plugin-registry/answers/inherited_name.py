# floor: 3
# ceiling: 3
# misses: parents_name, mixins_name, subclass_of_named
# misconceptions: getattr_sees_the_body
class Plugin:
    registry = {}

    def __init_subclass__(cls, abstract=False):
        if abstract:
            return
        name = getattr(cls, "name", None) or cls.__name__.lower()
        if name in Plugin.registry:
            raise ValueError(f"duplicate: {name}")
        Plugin.registry[name] = cls

    @classmethod
    def create(cls, name, **options):
        return Plugin.registry[name](**options)

    @classmethod
    def names(cls):
        return sorted(Plugin.registry)
