# tries: makes a file of 1 TiB without writing it
# wall: RLIMIT_FSIZE
# outcome: unmet
# got: 'EFBIG'

import os


def attack():
    with open("sparse", "wb") as file:
        os.truncate(file.fileno(), 1 << 40)
    return "ESCAPED"
