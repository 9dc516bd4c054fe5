# floor: 4
# ceiling: 5
class Base(object):
    def __init__(self, **kwargs):
        if kwargs:
            raise TypeError("unexpected keywords: %s" % ", ".join(sorted(kwargs)))

    def setup(self):
        return ["Base"]


class Logged(Base):
    def __init__(self, **kwargs):
        self.logger = kwargs.pop("logger", None)
        super(Logged, self).__init__(**kwargs)

    def setup(self):
        names = super(Logged, self).setup()
        names.insert(0, "Logged")
        return names


class Timed(Base):
    def __init__(self, **kwargs):
        self.clock = kwargs.pop("clock", None)
        super(Timed, self).__init__(**kwargs)

    def setup(self):
        names = super(Timed, self).setup()
        names.insert(0, "Timed")
        return names


class Service(Logged, Timed):
    def __init__(self, **kwargs):
        super(Service, self).__init__(**kwargs)

    def setup(self):
        names = super(Service, self).setup()
        names.insert(0, "Service")
        return names
