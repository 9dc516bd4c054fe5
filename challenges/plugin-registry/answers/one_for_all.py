# floor: 2
# ceiling: 2
# misses: creates_instance, options_reach, explicit_name, parents_name, mixins_name, first_stays, unknown_name, subclass_of_named, subclass_of_unnamed, abstract_class, abstract_is_not_inherited, names_are_a_copy
class Plugin:
    known = {}

    def __init_subclass__(cls, abstract=False):
        if abstract:
            return
        name = cls.__dict__.get("name", cls.__name__.lower())
        if name in cls.known:
            raise ValueError(name)
        cls.known[name] = cls

    @classmethod
    def create(cls, name, **options):
        if name not in cls.known:
            raise KeyError(name)
        return cls()

    @classmethod
    def names(cls):
        return sorted(cls.known)
