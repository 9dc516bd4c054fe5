# tries: replaces standard output by something that always says what is wanted
# wall: what is printed is kept by a stream of the toolbox's own
# outcome: unmet
# outcome in keep-state: raised

import io
import sys


class Always(io.StringIO):
    def getvalue(self):
        return "name-" + "0123456789"

    def write(self, text):
        return super().write("name-1")


sys.stdout = sys.__stdout__ = Always()


def wrong(*_, **__):
    sys.stdout = Always()
    return []


add = repeat = Box = fail = wrong
