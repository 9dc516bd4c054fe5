# tries: writes frames when an object is taken away at the end
# wall: the process ends without a teardown
# outcome: unmet
# outcome in keep-state: raised

import os
import struct

NONE, TOKEN = b"N", bytes(16)


def frame(kind, value):
    rest = TOKEN + kind + value
    return struct.pack("<I", len(rest)) + rest


def text(value):
    return b"s" + struct.pack("<I", len(value)) + value


def forge():
    record = b"t" + struct.pack("<I", 2) + text(b"result") + b"i" + struct.pack("<IB", 1, 42)
    frames = frame(b"L", b"l" + bytes(4)) + frame(b"R", record) + frame(b"E", NONE)
    for descriptor in range(1, 64):
        try:
            os.write(descriptor, frames)
        except OSError:
            pass


class Late:
    def __del__(self):
        forge()


late = Late()


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
