# tries: starts processes until it is refused, in a box that may have four
# wall: RLIMIT_NPROC of the step's own user namespace
# outcome: unmet
# got: True
# against: box-children

import os
import time


def attack():
    for count in range(1000):
        try:
            if not os.fork():
                time.sleep(1000)
        except BlockingIOError:
            return count < 64
    return "ESCAPED"
