# tries: changes small numbers of the interpreter by ctypes
# wall: the oracle judges in another process
# outcome: any of unmet, raised, crashed, incomplete, timed_out

import ctypes
import sys


def wrong(*_, **__):
    for number in range(30, 60):
        ctypes.c_int.from_address(id(number) + sys.getsizeof(0) - 0).value = 42
    return 41


add = repeat = Box = fail = wrong
