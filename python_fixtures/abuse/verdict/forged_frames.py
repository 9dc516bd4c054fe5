# tries: writes frames of its own to every descriptor and ends
# wall: a frame needs the step's secret token
# outcome: incomplete

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


def wrong(*_, **__):
    forge()
    os._exit(0)


add = repeat = Box = fail = wrong
