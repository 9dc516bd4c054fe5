# tries: looks who else holds a record lock on a file of the library: a covert channel
# wall: seccomp: no questions about locks
# outcome: unmet
# got: 'EPERM'

import fcntl
import json
import struct


def attack():
    with open(json.__file__) as file:
        fcntl.fcntl(file, fcntl.F_GETLK, struct.pack("hhqqi", fcntl.F_WRLCK, 0, 0, 0, 0))
    return "ESCAPED"
