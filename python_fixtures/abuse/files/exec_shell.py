# tries: executes a shell
# wall: the jail's root has none; seccomp
# outcome: unmet
# got: 'ENOSYS'
# got when cold: 'ENOENT'

import os


def attack():
    os.execv("/bin/sh", ["sh", "-c", "echo ESCAPED"])
