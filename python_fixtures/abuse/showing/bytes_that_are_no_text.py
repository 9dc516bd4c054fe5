# tries: prints bytes that are no UTF-8
# wall: what is no text is replaced before it is shown
# outcome: unmet

import os


def fail(name, wait=0.0):
    os.write(1, bytes(range(256)) * 8)
    os.write(2, bytes(range(256)) * 8)
    raise RuntimeError(name)
