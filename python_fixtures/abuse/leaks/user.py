# tries: reads who runs viva
# wall: a user namespace, no /etc/passwd
# outcome: unmet
# got: [65534, 65534, 65534, 65534]

import os


def attack():
    return [os.getuid(), os.geteuid(), os.getgid(), os.getegid()]
