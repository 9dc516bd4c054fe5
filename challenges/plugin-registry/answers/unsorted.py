# floor: 2
# ceiling: 2
# misses: names_sorted, duplicate_refused, first_stays, abstract_class, abstract_is_not_inherited, explicit_name, parents_name, subclass_of_named
# misconceptions: last_one_wins
class Plugin:
    registry = {}

    def __init_subclass__(cls):
        cls.registry[cls.__name__.lower()] = cls

    @classmethod
    def create(cls, name, **options):
        return cls.registry[name](**options)

    @classmethod
    def names(cls):
        return list(cls.registry)
