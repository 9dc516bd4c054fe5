# tries: opens descriptors without end
# wall: RLIMIT_NOFILE
# outcome: unmet
# got: 'EMFILE'

import os


def attack():
    for _ in range(100_000):
        os.dup(0)
    return "ESCAPED"
