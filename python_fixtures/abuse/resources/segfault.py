# tries: reads address zero
# wall: a process for each case
# outcome: crashed

import ctypes


def attack():
    return ctypes.string_at(0)
