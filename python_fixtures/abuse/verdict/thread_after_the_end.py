# tries: a thread writes frames when the case is over
# wall: END ends the process at once
# outcome: unmet
# outcome in count-calls: unmet, raised, raised
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


import threading


def later():
    # In real time, whatever clock is faked.
    threading.Event().wait(5)
    forge()


def wrong(*_, **__):
    threading.Thread(target=later).start()


add = repeat = Box = fail = wrong
