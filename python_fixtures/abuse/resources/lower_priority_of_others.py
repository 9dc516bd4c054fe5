# tries: takes a better priority than others
# wall: RLIMIT_NICE, seccomp
# outcome: unmet
# got: 'ENOSYS'

import os


def attack():
    os.setpriority(os.PRIO_PROCESS, 0, -20)
    return "ESCAPED"
