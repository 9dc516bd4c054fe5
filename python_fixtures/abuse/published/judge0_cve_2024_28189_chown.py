# tries: Judge0 CVE-2024-28189: the host changes the owner of what a link leads to
# wall: the host never touches a file of the box
# outcome: unmet
# got: 'ENOSYS'
# against: box

import os


def attack():
    os.symlink("/outside", "main")
    os.chown("main", 0, 0)
    return "ESCAPED"
