# tries: takes a lease on a file of the library, so that the host waits to write it
# wall: seccomp: no leases
# outcome: unmet
# got: 'EPERM'

import fcntl
import json


def attack():
    with open(json.__file__) as file:
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    return "ESCAPED"
