# tries: puts an object in place of its own module
# wall: the toolbox holds the module that it made
# outcome: unmet
# outcome in keep-state: raised

import sys


class Module:
    def __getattr__(self, name):
        return lambda *_, **__: 42


sys.modules["answer"] = sys.modules[__name__] = Module()


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
