# tries: every process starts processes for ever and ignores all errors
# wall: RLIMIT_NPROC, CPU time of the whole box, the pid namespace
# outcome: timed_out
# against: box-children

import os


def attack():
    while True:
        try:
            os.fork()
        except OSError:
            pass
