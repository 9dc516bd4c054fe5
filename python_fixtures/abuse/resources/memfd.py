# tries: keeps memory in a file without a name, which RLIMIT_AS does not count
# wall: seccomp: memfd_create does not exist
# outcome: unmet
# got: 'ENOSYS'

import os


def attack():
    return "ESCAPED", os.memfd_create("hoard")
