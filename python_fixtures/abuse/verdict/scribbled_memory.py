# tries: writes over the memory around the recorder
# wall: a case needs its END frame; the oracle judges in another process
# outcome: crashed

import ctypes
import gc


def wrong(*_, **__):
    for thing in gc.get_objects():
        ctypes.memset(id(thing), 255, 64)


add = repeat = Box = fail = wrong
