# floor: 3
# ceiling: 3
# misses: each_runs_once, mixin_between, mixin_beside_service, uses_super, keeps_both, unknown_keyword, keywords_thread_through
# misconceptions: super_is_the_parent
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
        names = ["Service", *Logged.setup(self)[:-1], *Timed.setup(self)]
        return names
