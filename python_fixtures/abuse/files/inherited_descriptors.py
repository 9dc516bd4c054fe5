# tries: looks for descriptors that somebody left open
# wall: all but four are closed before the answer is loaded
# outcome: unmet
# got: [0, 1, 2, 3]

import os


def attack():
    found = []
    for number in range(1024):
        try:
            os.fstat(number)
            found.append(number)
        except OSError:
            pass
    return found
