# tries: makes a fifo, on which whoever reads /tmp would hang
# wall: seccomp: mknod does not exist
# outcome: unmet
# got: 'ENOSYS'

import os


def attack():
    os.mkfifo("fifo")
    return "ESCAPED"
