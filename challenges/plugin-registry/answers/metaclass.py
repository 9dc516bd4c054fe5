# floor: 4
# ceiling: 4
# misses: uses_init_subclass
class PluginMeta(type):
    registry = {}

    def __new__(mcs, name, bases, namespace, abstract=False):
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, abstract=False):
        super().__init__(name, bases, namespace)
        if bases and not abstract and any(isinstance(base, PluginMeta) for base in bases):
            key = namespace.get("name", name.lower())
            if key in PluginMeta.registry:
                raise ValueError("duplicate plugin " + key)
            PluginMeta.registry[key] = cls


class Plugin(metaclass=PluginMeta):
    @staticmethod
    def create(name, **options):
        if name not in PluginMeta.registry:
            raise KeyError(name)
        return PluginMeta.registry[name](**options)

    @staticmethod
    def names():
        return sorted(PluginMeta.registry.keys())
