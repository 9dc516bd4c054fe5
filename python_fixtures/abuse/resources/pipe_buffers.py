# tries: keeps kernel memory in large pipes
# wall: seccomp: no larger pipes; RLIMIT_NOFILE
# outcome: unmet
# got: 'EPERM'

import fcntl
import os


def attack():
    for _ in range(1000):
        _, end = os.pipe()
        fcntl.fcntl(end, 1031, 1 << 20)
        os.set_blocking(end, False)
        os.write(end, bytes(1 << 20))
    return "ESCAPED"
