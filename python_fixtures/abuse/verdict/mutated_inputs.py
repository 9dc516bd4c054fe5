# tries: changes what it is given, so that it becomes what is expected
# wall: the oracle has inputs of its own
# outcome: unmet


class wrong:
    def __init__(self, *values, **__):
        for value in values:
            if type(value) is list:
                value.clear()

    def put(self, value):
        if type(value) is list:
            value.clear()

    def all(self):
        return []

    def __iter__(self):
        return iter([])


add = repeat = Box = fail = wrong
