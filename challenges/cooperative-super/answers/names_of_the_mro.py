# floor: 3
# ceiling: 3
# misses: each_runs_once, mixin_between, mixin_beside_service, uses_super
# misconceptions: super_is_the_parent
class Base:
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def setup(self):
        return [cls.__name__ for cls in type(self).__mro__ if cls is not object]


class Logged(Base):
    def __init__(self, *, logger=None, **kwargs):
        super().__init__(**kwargs)
        self.logger = logger


class Timed(Base):
    def __init__(self, *, clock=None, **kwargs):
        super().__init__(**kwargs)
        self.clock = clock


class Service(Logged, Timed):
    pass
