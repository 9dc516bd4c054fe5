# floor: 4
# ceiling: 5
# The compiler's own cell names the class, so that no name is written twice.
class Base:
    logger = clock = None

    def __init__(self, **unknown):
        super().__init__(**unknown)

    def setup(self):
        return [__class__.__name__]


class Logged(Base):
    def __init__(self, logger=None, **rest):
        super().__init__(**rest)
        if logger is not None:
            self.logger = logger

    def setup(self):
        following = super()
        return [__class__.__name__] + following.setup()


class Timed(Base):
    def __init__(self, clock=None, **rest):
        super().__init__(**rest)
        if clock is not None:
            self.clock = clock

    def setup(self):
        following = super()
        return [__class__.__name__] + following.setup()


class Service(Logged, Timed):
    def setup(self):
        return [__class__.__name__, *super().setup()]
