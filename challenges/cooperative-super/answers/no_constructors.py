# floor: 4
# ceiling: 4
# misses: keeps_both, keeps_its_own, unknown_keyword, keywords_thread_through
class Base:
    def setup(self):
        return ["Base"]


class Logged(Base):
    def setup(self):
        return ["Logged", *super().setup()]


class Timed(Base):
    def setup(self):
        return ["Timed", *super().setup()]


class Service(Logged, Timed):
    def setup(self):
        return ["Service", *super().setup()]
