# tries: removes the folder that it works in, to confuse what comes after
# wall: /tmp is a mount of the step's own
# outcome: unmet
# got: 'EROFS'

import os


def attack():
    os.rmdir("/tmp")
    return "ESCAPED"
