# floor: 4
# ceiling: 5
class Base:
    def setup(self):
        return ["Base"]


class Logged(Base):
    def __init__(self, *, logger=None, **kwargs):
        super().__init__(**kwargs)
        self.logger = logger

    def setup(self):
        return ["Logged", *super().setup()]


class Timed(Base):
    def __init__(self, *, clock=None, **kwargs):
        super().__init__(**kwargs)
        self.clock = clock

    def setup(self):
        return ["Timed", *super().setup()]


class Service(Logged, Timed):
    def setup(self):
        return ["Service", *super().setup()]
