# floor: 3
# ceiling: 3
# misses: first_stays, unknown_name, options_reach, abstract_class
# misconceptions: registers_then_checks
class Plugin:
    registry = {}

    def __init_subclass__(cls, abstract=False):
        if abstract:
            return
        name = cls.__dict__.get("name", cls.__name__.lower())
        taken = name in Plugin.registry
        Plugin.registry[name] = cls
        if taken:
            raise ValueError(f"duplicate: {name}")

    @classmethod
    def create(cls, name, **options):
        kind = Plugin.registry.get(name)
        if kind is None:
            raise ValueError(f"unknown plugin: {name}")
        return kind()

    @classmethod
    def names(cls):
        return sorted(Plugin.registry)
