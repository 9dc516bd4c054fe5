# floor: 2
# ceiling: 2
# misses: service_in_order, each_runs_once, mixin_between, mixin_beside_service, keeps_both
# misconceptions: super_is_the_parent
class Base:
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def setup(self):
        return ["Base"]


class Logged(Base):
    def __init__(self, *, logger=None, **kwargs):
        super().__init__(**kwargs)
        self.logger = logger

    def setup(self):
        return [type(self).__name__] + super().setup()


class Timed(Base):
    def __init__(self, *, clock=None, **kwargs):
        super().__init__(**kwargs)
        self.clock = clock

    def setup(self):
        return [type(self).__name__] + super().setup()


class Service(Logged, Timed):
    def setup(self):
        return [type(self).__name__] + super().setup()
