# tries: writes to stderr for ever
# wall: the run counts each pipe's bytes
# outcome: too_much_output

import os


def attack():
    while True:
        os.write(2, b"x" * 65536)
