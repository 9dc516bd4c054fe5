# tries: makes the device of the first disk
# wall: seccomp: mknod does not exist; no capabilities, nodev, Landlock
# outcome: unmet
# got: 'ENOSYS'

import os
import stat


def attack():
    os.mknod("disk", 0o600 | stat.S_IFBLK, os.makedev(8, 0))
    return "ESCAPED"
