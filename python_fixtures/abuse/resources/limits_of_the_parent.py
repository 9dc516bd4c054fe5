# tries: lowers the limits of another process
# wall: seccomp: prlimit64 of itself only
# outcome: unmet
# got: 'EPERM'

import resource


def attack():
    resource.prlimit(1, resource.RLIMIT_NOFILE, (0, 0))
    return "ESCAPED"
