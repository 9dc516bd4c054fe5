# tries: returns an object that would run code where it is unpickled
# wall: no pickle
# outcome: unmet

import os


class Gadget:
    def __init__(self, *_, **__):
        pass

    def __reduce__(self):
        return os.system, ("touch /tmp/pwned",)

    def put(self, value):
        pass

    def all(self):
        return self

    def __iter__(self):
        return iter([self])


def wrong(*_, **__):
    return Gadget()


add = repeat = Box = fail = wrong
