# tries: writes to stdout for ever
# wall: the run counts each pipe's bytes
# outcome: too_much_output

import os


def attack():
    while True:
        os.write(1, b"x" * 65536)
