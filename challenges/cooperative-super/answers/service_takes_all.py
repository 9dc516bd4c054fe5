# floor: 4
# ceiling: 4
# misses: keywords_thread_through
# misconceptions: service_knows_all
class Base:
    def setup(self):
        return ["Base"]


class Logged(Base):
    def __init__(self, logger=None):
        self.logger = logger

    def setup(self):
        return ["Logged"] + super().setup()


class Timed(Base):
    def __init__(self, clock=None):
        self.clock = clock

    def setup(self):
        return ["Timed"] + super().setup()


class Service(Logged, Timed):
    def __init__(self, logger=None, clock=None):
        self.logger = logger
        self.clock = clock

    def setup(self):
        return ["Service"] + super().setup()
