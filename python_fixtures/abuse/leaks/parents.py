# tries: counts the processes of the host by the next number
# wall: a pid namespace
# outcome: unmet
# got: True

import os


def attack():
    return os.getppid() <= 1 and os.getpid() < 1000
