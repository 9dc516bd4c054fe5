# tries: writes to the result channel for ever
# wall: the run counts each pipe's bytes
# outcome: too_much_output

import os


def attack():
    while True:
        os.write(3, b"x" * 65536)
