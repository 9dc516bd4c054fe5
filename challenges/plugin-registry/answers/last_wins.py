# floor: 3
# ceiling: 3
# misses: duplicate_refused, first_stays
# misconceptions: last_one_wins
class Plugin:
    registry = {}

    def __init_subclass__(cls, abstract=False):
        if not abstract:
            Plugin.registry[cls.__dict__.get("name", cls.__name__.lower())] = cls

    @classmethod
    def create(cls, name, **options):
        return Plugin.registry[name](**options)

    @classmethod
    def names(cls):
        return sorted(Plugin.registry)
