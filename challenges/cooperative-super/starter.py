class Base:
    def setup(self):
        return ["Base"]


class Logged(Base):
    def __init__(self, logger=None):
        self.logger = logger

    def setup(self):
        return ["Logged", *Base.setup(self)]


class Timed(Base):
    def __init__(self, clock=None):
        self.clock = clock

    def setup(self):
        return ["Timed", *Base.setup(self)]


class Service(Logged, Timed):
    def setup(self):
        return ["Service", *Logged.setup(self), *Timed.setup(self)]
