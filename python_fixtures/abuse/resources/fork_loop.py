# tries: starts processes without end
# wall: seccomp: no clone without CLONE_THREAD
# outcome: unmet
# got: 'EPERM'

import os


def attack():
    while os.fork():
        pass
    return "ESCAPED"
