# floor: 3
# ceiling: 3
# misses: parents_name, duplicate_refused, first_stays, unknown_name, subclass_of_named, subclass_of_unnamed, abstract_class, abstract_is_not_inherited, uses_init_subclass
# misconceptions: last_one_wins, direct_subclasses_only
class Plugin:
    @classmethod
    def _table(cls):
        return {vars(c).get("name", c.__name__.lower()): c for c in Plugin.__subclasses__()}

    @classmethod
    def create(cls, name, **options):
        kind = cls._table().get(name)
        if not kind:
            raise KeyError("unknown plugin")
        return kind(**options)

    @classmethod
    def names(cls):
        return sorted(cls._table())
