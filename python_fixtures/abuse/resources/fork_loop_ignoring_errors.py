# tries: every process starts processes for ever and ignores all errors
# wall: RLIMIT_NPROC, CPU time of the whole box, the pid namespace
# outcome: timed_out
# against: box-children
# limits: wall_ms_max 2500, cpu_ms_max 300

import os


def attack():
    while True:
        try:
            os.fork()
        except OSError:
            pass
