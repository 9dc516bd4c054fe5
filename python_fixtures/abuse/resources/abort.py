# tries: aborts
# wall: a process for each case, RLIMIT_CORE
# outcome: crashed

import os


def attack():
    os.abort()
