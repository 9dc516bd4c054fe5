# floor: 1
# ceiling: 1
# misses: one_plugin, names_listed, names_sorted, creates_instance, explicit_name, parents_name, mixins_name, duplicate_refused, first_stays, unknown_name, options_reach, subclass_of_named, subclass_of_unnamed, abstract_class, abstract_is_not_inherited, names_are_a_copy, uses_init_subclass
class Plugin:
    registry = {}

    @classmethod
    def register(cls, plugin):
        cls.registry[plugin.__name__.lower()] = plugin
        return plugin

    @classmethod
    def create(cls, name, **options):
        return cls.registry[name](**options)

    @classmethod
    def names(cls):
        return sorted(cls.registry)
