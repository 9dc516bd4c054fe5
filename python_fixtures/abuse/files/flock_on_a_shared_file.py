# tries: locks a file of the library that other runs have too: a covert channel
# wall: seccomp: no flock
# outcome: unmet
# got: 'EPERM'

import fcntl
import json


def attack():
    with open(json.__file__) as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return "ESCAPED"
