# floor: 2
# ceiling: 2
# misses: logged_alone, bases_as_given, mixin_between
class Base:
    def setup(self):
        return ["Base"]


class Timed(Base):
    def __init__(self, *, clock=None, **kwargs):
        super().__init__(**kwargs)
        self.clock = clock

    def setup(self):
        return ["Timed", *super().setup()]


class Logged(Timed):
    def __init__(self, *, logger=None, **kwargs):
        super().__init__(**kwargs)
        self.logger = logger

    def setup(self):
        return ["Logged", *super().setup()]


class Service(Logged):
    def setup(self):
        return ["Service", *super().setup()]
