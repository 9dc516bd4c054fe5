# tries: opens relative to every descriptor it can guess
# wall: no folder is open
# outcome: unmet
# got: 'EBADF'

import os


def attack():
    for number in range(1024):
        try:
            return "ESCAPED", os.open("..", os.O_RDONLY, dir_fd=number)
        except OSError as error:
            last = error
    raise last
