# tries: asks to be told of what others do in a folder of the library
# wall: seccomp: no dnotify
# outcome: unmet
# got: 'EPERM'

import fcntl
import json
import os


def attack():
    folder = os.open(os.path.dirname(json.__file__), os.O_RDONLY)
    fcntl.fcntl(folder, fcntl.F_NOTIFY, fcntl.DN_ACCESS | fcntl.DN_MULTISHOT)
    return "ESCAPED"
