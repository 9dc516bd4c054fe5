# floor: 1
# ceiling: 1
# misses: base_alone, logged_alone, timed_alone, service_in_order, bases_as_given, each_runs_once, mixin_between, mixin_beside_service, uses_super, keeps_both, keeps_its_own, unknown_keyword, keywords_thread_through
class Base:
    def setup(self):
        print("Base")


class Logged(Base):
    def setup(self):
        print("Logged")


class Timed(Base):
    def setup(self):
        print("Timed")


class Service:
    def setup(self):
        print("Service")
